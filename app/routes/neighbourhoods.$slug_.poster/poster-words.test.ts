import { expect, test } from "vitest";
import { voteDaysInWords } from "./poster-words.ts";

test.each([
  ["2027-03-03", "2027-03-20", "from 3 to 20 March 2027"],
  ["2027-02-24", "2027-03-12", "from 24 February to 12 March 2027"],
  ["2026-12-22", "2027-01-07", "from 22 December 2026 to 7 January 2027"],
])("%s to %s", (first, last, words) => {
  expect(voteDaysInWords(first, last)).toBe(words);
});
