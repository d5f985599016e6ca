import { expect, test } from "vitest";
import { momentInWords } from "./moment-in-words.ts";

test.each([
  ["2026-11-24T14:05:09Z", "24 November 2026 at 2:05pm"],
  ["2026-07-01T23:30:00Z", "2 July 2026 at 12:30am"],
  ["2026-01-09T12:00:00Z", "9 January 2026 at 12:00pm"],
])("%s", (instant, words) => {
  expect(momentInWords(new Date(instant))).toBe(words);
});
