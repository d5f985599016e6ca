import { expect, test } from "vitest";
import { timeInWords, timeLeftInWords, weekdayInWords } from "./words.ts";

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [0, "now"],
  [-30_000, "less than a minute late"],
  [minute, "in 1 minute"],
  [59 * minute, "in 59 minutes"],
  [3 * hour + 59 * minute, "in 3 hours"],
  [47 * hour, "in 47 hours"],
  [48 * hour, "in 2 days"],
  [-hour, "1 hour late"],
  [-71 * hour, "2 days late"],
])("%i ms left is %s", (leftMs, words) => {
  expect(timeLeftInWords(leftMs)).toBe(words);
});

test.each([
  ["2026-03-03T18:00:00Z", "6pm"],
  ["2026-07-03T18:30:00Z", "7:30pm"],
  ["2026-03-03T09:05:00Z", "9:05am"],
  ["2026-03-03T12:00:00Z", "midday"],
  ["2026-03-03T12:15:00Z", "12:15pm"],
  ["2026-03-03T00:00:00Z", "midnight"],
  ["2026-03-03T00:30:00Z", "12:30am"],
])("%s is %s in London", (at, words) => {
  expect(timeInWords(new Date(at))).toBe(words);
});

test.each([
  ["2026-03-03T18:00:00Z", "Tuesday 3 March"],
  ["2027-03-03T18:00:00Z", "Wednesday 3 March 2027"],
  ["2026-07-14T23:30:00Z", "Wednesday 15 July"],
])("%s is %s", (at, words) => {
  expect(weekdayInWords(new Date(at), "2026-11-26")).toBe(words);
});
