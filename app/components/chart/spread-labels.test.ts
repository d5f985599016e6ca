import { expect, test } from "vitest";
import { markRows } from "./mark-rows.ts";
import { spreadLabels } from "./spread-labels.ts";

test.each<[name: string, ys: number[], spread: number[]]>([
  ["far apart stay", [20, 60], [20, 60]],
  ["the same move apart", [50, 50], [50, 68]],
  ["near the foot move up", [98, 99], [82, 100]],
  ["above the top come down", [0, 5], [10, 28]],
  ["in any order", [60, 58], [58, 76]],
])("labels that are %s", (_name, ys, spread) => {
  expect(
    spreadLabels(
      ys.map((y) => ({ y })),
      18,
      10,
      100,
    ).map(({ y }) => y),
  ).toEqual(spread);
});

test.each<[name: string, xs: number[], rows: number[]]>([
  ["none", [], []],
  ["far apart", [10, 30, 50], [0, 0, 0]],
  ["near each other", [10, 12, 14, 40], [0, 1, 2, 0]],
  ["near the last in a row only", [10, 15, 19], [0, 1, 0]],
])("marks that are %s", (_name, xs, rows) => {
  expect(markRows(xs, 8)).toEqual(rows);
});
