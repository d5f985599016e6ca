import { expect, test } from "vitest";
import { standingAnchors, type Anchor } from "./anchor.ts";

const head = (number: number): Anchor => ({
  kind: "head",
  number,
  hash: `head ${number}`,
  at: "2026-03-02T09:00:00Z",
  before: null,
});
const restored = (number: number, before: number | null): Anchor => ({
  kind: "restored",
  number,
  hash: `head ${number}`,
  at: "2026-03-03T09:00:00Z",
  before,
});
const numbers = (made: readonly Anchor[]) => standingAnchors(made).anchors.map(({ number }) => number);
const givenUp = (made: readonly Anchor[]) => standingAnchors(made).givenUp;

test("every anchor binds while nothing was restored", () => {
  expect(numbers([head(5), head(9), head(9)])).toEqual([5, 9, 9]);
  expect(givenUp([head(5), head(9)])).toEqual([]);
});

test("a restore releases the anchors of the rows it gave up, and binds itself", () => {
  const made = [head(5), head(9), restored(6, 12), head(8)];
  expect(numbers(made)).toEqual([5, 6, 8]);
  expect(givenUp(made)).toEqual([{ at: "2026-03-03T09:00:00Z", first: 7, last: 12 }]);
});

test("what was given up is known from the anchors where the database was lost", () => {
  expect(givenUp([head(5), head(9), restored(6, null)])).toEqual([
    { at: "2026-03-03T09:00:00Z", first: 7, last: 9 },
  ]);
});

test("a restore that lost nothing gave nothing up", () => {
  expect(givenUp([head(5), restored(5, 5)])).toEqual([]);
});

test("a restore of an older backup releases an earlier restore too", () => {
  const made = [head(5), restored(4, 6), head(7), restored(2, 8)];
  expect(numbers(made)).toEqual([2]);
  expect(givenUp(made).map(({ first, last }) => [first, last])).toEqual([
    [5, 6],
    [3, 8],
  ]);
});

test("a restore of a backup without a record binds to nothing", () => {
  expect(numbers([head(5), restored(0, 5)])).toEqual([]);
});
