import { expect, test } from "vitest";
import { problemsOfItem } from "./item.ts";

const problemsOf = (feedbackLine: string) =>
  problemsOfItem({ title: "Lights on the rec", brief: "", feedbackLine }).map(({ field }) => field);

test.each([
  ["", []],
  ["The lights work again, told by the council on its page", []],
  // Not for restricted words alone: what residents are told may become public.
  ["Call us on 07700 900123", ["feedbackLine"]],
  ["a".repeat(401), ["feedbackLine"]],
])("what residents are told, written with an item, is checked as public words: %s", (line, fields) => {
  expect([...new Set(problemsOf(line))]).toEqual(fields);
});
