import fc from "fast-check";
import { expect, test } from "vitest";
import { detect } from "./detect.ts";
import type { Flag } from "./flag.ts";
import { highlight } from "./highlight.ts";

const flag = (start: number, end: number, severity: Flag["severity"] = "must-hold"): Flag => ({
  kind: "name",
  route: "none",
  severity,
  start,
  end,
});

test.each([
  ["nothing found", [], [["abcdefgh", null]]],
  [
    "in the middle",
    [flag(2, 4)],
    [
      ["ab", null],
      ["cd", 2],
      ["efgh", null],
    ],
  ],
  [
    "at both ends",
    [flag(6, 8), flag(0, 2)],
    [
      ["ab", 0],
      ["cdef", null],
      ["gh", 6],
    ],
  ],
  [
    "one in another",
    [flag(1, 7), flag(2, 4)],
    [
      ["a", null],
      ["bcdefg", 1],
      ["h", null],
    ],
  ],
  [
    "one over the edge of another",
    [flag(0, 4), flag(2, 6)],
    [
      ["abcd", 0],
      ["ef", 2],
      ["gh", null],
    ],
  ],
  [
    "a warning under what must be held",
    [flag(0, 8, "warn"), flag(2, 4)],
    [
      ["ab", 0],
      ["cd", 2],
      ["efgh", 0],
    ],
  ],
  [
    "a warning after",
    [flag(0, 2), flag(4, 6, "warn")],
    [
      ["ab", 0],
      ["cd", null],
      ["ef", 4],
      ["gh", null],
    ],
  ],
] as const)("%s", (_, flags, expected) => {
  const pieces = highlight("abcdefgh", flags).map((piece) => [piece.text, piece.flag?.start ?? null]);
  expect(pieces).toEqual(expected);
});

test("the pieces are the text again, whatever was found, and no piece is empty", () => {
  const words = fc.constantFrom(
    "14 Mill Lane ",
    "he has a knife ",
    "Kyle stole ",
    "07700 900123 ",
    "é\u200b",
    "😀",
    "x ",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const pieces = highlight(text, detect(text));
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      expect(pieces.every((piece) => piece.text !== "")).toBe(true);
    }),
  );
});
