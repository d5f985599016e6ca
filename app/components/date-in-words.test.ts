import { expect, test } from "vitest";
import { dateInWords } from "./date-in-words.ts";

test.each([
  { date: "2025-11-01", words: "1 November 2025" },
  { date: "2026-03-29", words: "29 March 2026" },
  { date: "2019-06", words: "June 2019" },
  { date: "autumn 2025 edition", words: "autumn 2025 edition" },
])("$date", ({ date, words }) => {
  expect(dateInWords(date)).toBe(words);
});
