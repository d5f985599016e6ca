import { describe, expect, it } from "vitest";
import { addDays, daysBetween, londonDay, yearAfter } from "./day.ts";

describe("days", () => {
  it.each([
    ["2026-06-30T23:30:00Z", "2026-07-01"],
    ["2026-12-31T23:30:00Z", "2026-12-31"],
    ["2026-03-29T00:30:00Z", "2026-03-29"],
  ])("%s is %s in London", (instant, day) => {
    expect(londonDay(new Date(instant))).toBe(day);
  });

  it.each([
    ["2026-03-28", 2, "2026-03-30"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
  ])("%s and %i days is %s, and back", (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    ["2026-11-26", "2027-11-26"],
    ["2027-03-01", "2028-03-01"],
    ["2028-02-29", "2029-02-28"],
    ["2029-12-31", "2030-12-31"],
  ])("a year after %s is %s", (day, expected) => {
    expect(yearAfter(day)).toBe(expected);
  });
});
