import { expect, test } from "vitest";
import { wrapWords } from "./wrap-words.ts";

test.each([
  ["", []],
  ["Bikes", ["Bikes"]],
  ["The gap in\nthe  hedge", ["The gap in", "the hedge"]],
  ["Donaudampfschiff", ["Donaudamp…"]],
  ["One two three four five six seven", ["One two", "three four", "five six…"]],
  ["One two. Three four. Five, six.", ["One two.", "Three", "four…"]],
])("%j", (text, lines) => {
  expect(wrapWords(text, 10, 3)).toEqual(lines);
});
