import { expect, test } from "vitest";
import { editionBefore } from "./edition-before.ts";

test.each([
  ["nothing loaded", "", null],
  ["the first edition", "A", null],
  ["the second", "AB", "A"],
  ["rolled back once", "ABA", null],
  ["three, rolled back once", "ABCB", "A"],
  ["three, rolled back twice", "ABCBA", null],
  ["a new one after a rollback", "ABAD", "A"],
  ["a new one after two rollbacks, rolled back", "ABCBADA", null],
])("%s: %s goes back to %s", (_, terms, expected) => {
  expect(editionBefore([...terms])).toBe(expected);
});
