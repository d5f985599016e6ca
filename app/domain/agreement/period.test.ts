import { describe, expect, test } from "vitest";
import { problemsOfPeriod } from "./period.ts";

describe("what is wrong with a period", () => {
  const today = "2026-11-26";
  test.each([
    ["a year from today", today, "2027-11-26", []],
    ["a year and a day", today, "2027-11-27", ["reviewBy"]],
    ["one day", today, today, []],
    ["the end before the beginning", "2026-12-01", "2026-11-30", ["reviewBy"]],
    ["begun some time ago", "2026-02-01", "2027-02-01", []],
    ["over already", "2025-11-01", "2026-11-01", ["reviewBy"]],
    ["a beginning in more than a year", "2027-11-28", "2028-01-01", ["startsOn"]],
  ])("%s", (_, startsOn, reviewBy, expected) => {
    expect(problemsOfPeriod({ startsOn, reviewBy }, today).map(({ field }) => field)).toEqual(expected);
  });
});
