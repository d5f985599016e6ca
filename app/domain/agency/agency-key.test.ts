import { describe, expect, test } from "vitest";
import { keyEndInWords, problemsOfKey } from "./agency-key.ts";

const today = "2026-11-26";

describe("what is wrong with a key that is asked for", () => {
  test.each([
    ["a year", "Case system", "2027-11-26", []],
    ["a day more than a year", "Case system", "2027-11-27", ["endsOn"]],
    ["today alone", "Case system", today, []],
    ["yesterday", "Case system", "2026-11-25", ["endsOn"]],
    ["no name", "  ", today, ["name"]],
    ["too long a name", "x".repeat(61), today, ["name"]],
    ["a name that another has", " Old system ", today, ["name"]],
  ])("%s", (_, name, endsOn, expected) => {
    expect(problemsOfKey({ name, endsOn }, ["Old system"], today).map(({ field }) => field)).toEqual(
      expected,
    );
  });
});

test.each([
  ["on its last day", { endsOn: today, endedAt: null }, null],
  ["the day after", { endsOn: "2026-11-25", endedAt: null }, "Run out"],
  ["ended before", { endsOn: "2027-01-01", endedAt: new Date() }, "Ended"],
])("a key %s", (_, key, expected) => {
  expect(keyEndInWords(key, today)).toBe(expected);
});
