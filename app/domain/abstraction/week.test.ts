import { expect, test } from "vitest";
import { readWeek, spanOfWeek, weekOf } from "./week.ts";

test.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-29", "2026-11-23"],
  ["2026-11-22", "2026-11-16"],
  ["2027-01-01", "2026-12-28"],
  ["2000-12-31", "2000-12-25"],
])("%s is in the week of %s", (day, monday) => {
  expect(weekOf(day)).toBe(monday);
});

test("a week in which the clocks change has an hour more", () => {
  const { from, to } = spanOfWeek("2026-10-19");
  expect((to.getTime() - from.getTime()) / 3_600_000).toBe(7 * 24 + 1);
});

test.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-24", null],
  ["2026-02-30", null],
  ["2026-13-45", null],
  ["now", null],
  [null, null],
])("an address with %s names %s", (words, monday) => {
  expect(readWeek(words)).toBe(monday);
});
