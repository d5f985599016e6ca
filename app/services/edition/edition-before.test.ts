import { expect, test } from "vitest";
import { stateBefore, statesOf } from "./edition-before.ts";

// A letter is an edition, a dot nothing.
const states = (letters: string) => [...letters].map((letter) => (letter === "." ? null : letter));

test.each([
  ["nothing was ever loaded", ".", undefined],
  ["the first edition", ".A", null],
  ["the second", ".AB", "A"],
  ["rolled back once", ".ABA", null],
  ["three, rolled back once", ".ABCB", "A"],
  ["three, rolled back twice", ".ABCBA", null],
  ["rolled back to nothing", ".ABA.", undefined],
  ["a new one after nothing", ".A.B", null],
  ["a new one after a rollback", ".ABAD", "A"],
  ["a new one after two rollbacks, rolled back", ".ABCBADA", null],
])("%s: %s goes back to %s", (_, letters, expected) => {
  expect(stateBefore(states(letters))).toBe(expected);
});

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

test.each([
  ["no terms", [], "."],
  ["one open", [{ editionId: "A", from: day(1), to: null }], ".A"],
  ["one ended", [{ editionId: "A", from: day(1), to: day(2) }], ".A."],
  [
    "one after the other",
    [
      { editionId: "A", from: day(1), to: day(2) },
      { editionId: "B", from: day(2), to: null },
    ],
    ".AB",
  ],
  [
    "a gap between",
    [
      { editionId: "A", from: day(1), to: day(2) },
      { editionId: "B", from: day(3), to: null },
    ],
    ".A.B",
  ],
])("the states of %s", (_, terms, expected) => {
  expect(statesOf(terms)).toEqual(states(expected));
});
