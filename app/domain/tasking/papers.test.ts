import { expect, test } from "vitest";
import { boardPapersFor } from "./papers.ts";

test.each([
  ["local", []],
  ["tactical", []],
  ["strategic", ["extract", "abstraction-report"]],
  ["delivery", ["extract", "abstraction-report"]],
  ["board", ["extract", "abstraction-report"]],
] as const)("a %s group has %o", (level, expected) => {
  expect(boardPapersFor(level).map(({ paper }) => paper)).toEqual(expected);
});
