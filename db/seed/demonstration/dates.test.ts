import { describe, expect, it } from "vitest";

import { daysBefore, financialYearEnd } from "./dates.ts";

describe("daysBefore", () => {
  it.each([
    ["2026-03-01", 1, "2026-02-28"],
    ["2026-01-01", 365, "2025-01-01"],
    ["2026-11-23", -10, "2026-12-03"],
  ])("%s less %i days is %s", (day, days, expected) => {
    expect(daysBefore(day, days)).toBe(expected);
  });
});

describe("financialYearEnd", () => {
  it.each([
    ["2026-11-23", 0, "2027-03-31"],
    ["2026-03-31", 0, "2026-03-31"],
    ["2026-04-01", 0, "2027-03-31"],
    ["2026-02-10", 2, "2028-03-31"],
  ])("after %s and %i years is %s", (day, years, expected) => {
    expect(financialYearEnd(day, years)).toBe(expected);
  });
});
