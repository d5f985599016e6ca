import { expect, test } from "vitest";
import { successorsAmong } from "./successors.ts";

test.each([
  ["merged into one", { A: 100 }, ["A 1"]],
  ["a sliver of a neighbour’s is no share", { A: 97, B: 3 }, ["A 0.97"]],
  ["split: the largest first", { A: 30, B: 70 }, ["B 0.7", "A 0.3"]],
  ["equal halves: by code", { B: 50.0000001, A: 49.9999999 }, ["A 0.5", "B 0.5"]],
  ["a tenth counts", { A: 90, B: 10 }, ["A 0.9", "B 0.1"]],
  ["under a tenth does not", { A: 90.1, B: 9.9 }, ["A 0.901"]],
  ["shattered: the largest alone", { A: 7, B: 8, C: 6 }, ["B 0.08"]],
  ["out of the force, but for a sliver", { A: 0.5 }, []],
  ["out of the force", {}, []],
  ["a little more than whole, by arithmetic", { A: 100.2 }, ["A 1"]],
])("%s", (_, pieces, expected) => {
  const given = Object.entries(pieces).map(([code, squareMetres]) => ({ code, squareMetres }));
  expect(successorsAmong(100, given).map(({ code, share }) => `${code} ${share}`)).toEqual(expected);
});

test("a shape without an area has no successor", () => {
  expect(successorsAmong(0, [{ code: "A", squareMetres: 0 }])).toEqual([]);
});
