import { expect, test } from "vitest";
import { addMonths, monthOf, monthsOf, quarterOf, spanOfMonth } from "./month.ts";

test.each([
  ["2026-01-01", 1, "2026-02-01"],
  ["2026-12-01", 1, "2027-01-01"],
  ["2026-01-01", -1, "2025-12-01"],
  ["2026-03-01", -26, "2024-01-01"],
  ["2026-05-01", 0, "2026-05-01"],
])("%s and %i months is %s", (month, months, expected) => {
  expect(addMonths(month, months)).toBe(expected);
});

test("a month runs from midnight to midnight in London, over both changes of the clocks", () => {
  expect(spanOfMonth("2026-03-01")).toEqual({
    from: new Date("2026-03-01T00:00:00Z"),
    to: new Date("2026-03-31T23:00:00Z"),
  });
  expect(spanOfMonth("2026-10-01")).toEqual({
    from: new Date("2026-09-30T23:00:00Z"),
    to: new Date("2026-11-01T00:00:00Z"),
  });
});

test("an instant lies in the month that London has then", () => {
  expect(monthOf(new Date("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
  expect(monthOf(new Date("2026-12-31T23:30:00Z"))).toBe("2026-12-01");
});

test.each([
  ["2026-03-31T21:00:00Z", "2026-04-01T06:00:00Z", ["2026-03-01", "2026-04-01"]],
  ["2026-03-31T21:00:00Z", "2026-03-31T23:00:00Z", ["2026-03-01"]],
  ["2026-03-31T23:00:00Z", "2026-04-01T06:00:00Z", ["2026-04-01"]],
  ["2025-12-30T00:00:00Z", "2026-02-01T01:00:00Z", ["2025-12-01", "2026-01-01", "2026-02-01"]],
  ["2026-03-31T21:00:00Z", "2026-03-31T21:00:00Z", []],
])("%s to %s touches %j", (from, to, months) => {
  expect(monthsOf({ from: new Date(from), to: new Date(to) })).toEqual(months);
});

test.each([
  ["2026-01-01", "2026-01-01"],
  ["2026-03-01", "2026-01-01"],
  ["2026-04-01", "2026-04-01"],
  ["2026-12-01", "2026-10-01"],
])("%s lies in the quarter of %s", (month, quarter) => {
  expect(quarterOf(month)).toBe(quarter);
});
