import { expect, test } from "vitest";
import { hoursWords, minutesOfShares, sharesOfMinute } from "./shares.ts";

test.each([
  [49_999, 0],
  [50_000, 1],
  [480 * sharesOfMinute, 480],
])("%d shares are %d minutes", (shares, minutes) => {
  expect(minutesOfShares(shares)).toBe(minutes);
});

test.each([
  [0, "0 hours"],
  [60, "1 hour"],
  [90, "1.5 hours"],
  [5_904, "98.4 hours"],
  [73_440, "1,224 hours"],
  [2, "0 hours"],
  [3, "0.1 hours"],
])("%d minutes are %s", (minutes, words) => {
  expect(hoursWords(minutes * sharesOfMinute)).toBe(words);
});
