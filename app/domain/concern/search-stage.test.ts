import { describe, expect, test } from "vitest";
import { priorityStates } from "#app/domain/priority/states.ts";
import { concernStates } from "./states.ts";
import { stageOfConcern, stageOfPriority, termsOf } from "./search-stage.ts";

test("no state stands under two stages, and every priority but a proposed one is found under one", () => {
  expect(priorityStates.filter((state) => stageOfPriority(state) === null)).toEqual(["proposed"]);
  expect(concernStates.filter((state) => stageOfConcern(state) !== null)).toEqual([
    "published-candidate",
    "shortlisted",
    "not-adopted",
    "answered-directly",
    "referred",
    "withdrawn",
  ]);
});

describe("the words of a search", () => {
  test.each([
    ["Speeding in Alfreton", ["speeding", "alfreton"]],
    ["  the THE park’s dogs ", ["the", "park", "dogs"]],
    ["a b c", []],
    ["one two three four five six seven eight", ["one", "two", "three", "four", "five", "six"]],
    ["%_'; drop", ["drop"]],
    ["", []],
  ])("%j", (words, terms) => {
    expect(termsOf(words)).toEqual(terms);
  });
});
