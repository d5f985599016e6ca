import { expect, test } from "vitest";
import { addMonths, dayInWords, firstOfMonth, monthInWords, monthsFrom, monthsOf } from "./month.ts";

test.each([
  ["2026-01-31", 1, "2026-02-01"],
  ["2026-12-01", 1, "2027-01-01"],
  ["2026-01-01", -1, "2025-12-01"],
  ["2026-05-17", -12, "2025-05-01"],
  ["2026-05-17", 0, "2026-05-01"],
])("%s and %i months is %s", (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
  expect(monthsFrom(from, to)).toBe(months);
});

test("the months from one to another are all of them", () => {
  expect(monthsOf("2025-11-01", "2026-02-01")).toEqual([
    "2025-11-01",
    "2025-12-01",
    "2026-01-01",
    "2026-02-01",
  ]);
  expect(monthsOf("2026-02-01", "2026-02-01")).toEqual(["2026-02-01"]);
  expect(monthsOf("2026-02-01", "2026-01-01")).toEqual([]);
});

test("in words", () => {
  expect([firstOfMonth("2026-03-09"), monthInWords("2026-03-09"), dayInWords("2026-03-09")]).toEqual([
    "2026-03-01",
    "March 2026",
    "9 March 2026",
  ]);
});
