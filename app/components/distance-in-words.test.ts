import { expect, test } from "vitest";
import { inWords } from "./distance-in-words.ts";

test.each([
  { metres: 0, words: "about 10 metres" },
  { metres: 44, words: "about 40 metres" },
  { metres: 149, words: "about 150 metres" },
  { metres: 994, words: "about 990 metres" },
  { metres: 1_000, words: "about 1 kilometre" },
  { metres: 1_700, words: "about 1.5 kilometres" },
  { metres: 4_900, words: "about 5 kilometres" },
])("$metres m is $words", ({ metres, words }) => {
  expect(inWords(metres)).toBe(words);
});
