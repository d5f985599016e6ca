import { describe, expect, test } from "vitest";
import { heldExamples } from "./detection/examples.ts";
import { moreHeld } from "./detection/more-examples.ts";
import { checkShort, checkSummary, copiesWords, mostSummaryCharacters } from "./summary-check.ts";

const words =
  "Every night at about ten the lads on bikes race up and down Mill Lane past my house at number 14.";
const good = "Several residents are worried about bikes being raced on Mill Lane late in the evening.";

test("a summary in our own words may be published", () => {
  expect(checkSummary(good, words)).toEqual({ problems: [], doubts: [] });
});

describe("refused", () => {
  test.each([
    ["", "Enter a summary in your own words"],
    ["   ", "Enter a summary in your own words"],
    ["Bikes.", "Write a summary of at least 20 characters"],
    ["a ".repeat(300), "Shorten the summary to 400 characters or fewer. It has 599"],
    ["Bikes are raced past the house at 14 Mill Lane.", "Take out the house number “14 Mill Lane”"],
    ["Bikes are raced; ring 07700 900123 to say when.", "Take out the telephone number “07700 900123”"],
    ["Bikes are raced; write to jo@example.org with times.", "Take out the email address “jo@example.org”"],
    ["A car, AB12 CDE, is raced along the lane at night.", "Take out the number plate “AB12 CDE”"],
    ["Mr Hollis says that bikes are raced along the lane.", "Take out the name “Mr Hollis”"],
    ["Bikes are raced near DE1 2FS late in the evening.", "Take out the postcode “DE1 2FS”"],
    ["Residents say that Kyle stole the bikes on the lane.", "Take out what accuses somebody: “Kyle stole”"],
    [
      "Residents say lads on bikes race up and down Mill Lane.",
      "Use your own words. The summary repeats what the resident wrote",
    ],
  ])("%.40j", (summary, problem) => {
    expect(checkSummary(summary, words).problems).toContain(problem);
  });
});

test("a given name by itself is a doubt, not a refusal", () => {
  expect(checkSummary("The youth club that Gareth set up needs a longer lease.", words)).toEqual({
    problems: [],
    doubts: ["Is “Gareth” the name? If so, take it out"],
  });
});

describe("whose words", () => {
  test.each([
    ["one two three four five six seven eight", "nine one two three four five six seven eight nine", true],
    ["one two three four five six seven", "nine one two three four five six seven eight nine", false],
    ["ONE, two; three four! five six\nseven — eight", "one two three four five six seven eight", true],
    ["one two three", "One two three.", true],
    ["don’t park on the corner by the old school", "dont park on the corner by the old school please", true],
    ["", "", false],
    ["something", "", false],
  ])("%j of %j: %j", (summary, theirs, copied) => {
    expect(copiesWords(summary, theirs)).toBe(copied);
  });
});

test("the longest summary passes", () => {
  expect(checkSummary("bikes ".repeat(66) + "late", words).problems).toEqual([]);
  expect(mostSummaryCharacters).toBe(400);
});

describe("of all that must be held, none may be published", () => {
  test.each([...heldExamples.map(([text]) => text), ...moreHeld])("%j", (text) => {
    const summary = `Residents of the area told us this of it. ${text}`;
    expect(checkSummary(summary, words).problems).not.toEqual([]);
    expect(checkShort(text, words)).not.toEqual([]);
  });
});

test.each([
  ["Bikes on Mill Lane", []],
  ["14 Mill Lane", ["Take out the house number “14 Mill Lane”"]],
  ["up and down Mill Lane past my house at", ["Use your own words. This is what the resident wrote"]],
])("a title or place %j", (text, problems) => {
  expect(checkShort(text, words)).toEqual(problems);
});
