import { expect, test } from "vitest";
import { poundsInWords } from "./cost.ts";

test.each([
  [0, "£0"],
  [5, "£0.05"],
  [1250, "£12.50"],
  [40_000, "£400"],
  [123_456_700, "£1,234,567"],
  [100_001, "£1,000.01"],
])("%i pence are %s", (pence, words) => {
  expect(poundsInWords(pence)).toBe(words);
});
