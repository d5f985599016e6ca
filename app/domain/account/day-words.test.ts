import { expect, test } from "vitest";
import { dayInWords, londonDayEnd, londonMidnight, momentInWords } from "./day-words.ts";

test.each([
  ["2026-01-15", "2026-01-15T00:00:00.000Z"],
  ["2026-07-15", "2026-07-14T23:00:00.000Z"],
  // The clocks change at one in the morning, after the day has begun.
  ["2026-03-29", "2026-03-29T00:00:00.000Z"],
  ["2026-03-30", "2026-03-29T23:00:00.000Z"],
  ["2026-10-25", "2026-10-24T23:00:00.000Z"],
  ["2026-10-26", "2026-10-26T00:00:00.000Z"],
])("%s begins in London at %s", (day, instant) => {
  expect(londonMidnight(day).toISOString()).toBe(instant);
});

test("the day that the clocks go back has twenty-five hours", () => {
  expect(londonDayEnd("2026-10-25").getTime() - londonMidnight("2026-10-25").getTime()).toBe(25 * 3_600_000);
});

test("a day and a moment in words", () => {
  expect(dayInWords("2026-11-04")).toBe("4 November 2026");
  expect(momentInWords(new Date("2026-07-14T23:05:09Z"))).toBe("15 July 2026, 00:05:09");
});
