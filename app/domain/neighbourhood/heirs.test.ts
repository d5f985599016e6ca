import { expect, test } from "vitest";
import { heirsInForce } from "./heirs.ts";

/** "A>B 0.7 @1": A was succeeded by B, which has 0.7 of it, at moment 1. */
const read = (line: string) => {
  const [, fromId = "", toId = "", share, at] = /^(\w)>(\w) ([\d.]+) @(\d+)$/.exec(line) ?? [];
  return { fromId, toId, share: Number(share), at: new Date(Number(at)) };
};

test.each([
  ["one heir", ["A>B 1 @1"], "B", "B"],
  ["two, the larger first", ["A>B 0.3 @1", "A>C 0.7 @1"], "BC", "CB"],
  ["equal shares: as listed", ["A>B 0.5 @1", "A>C 0.5 @1"], "BC", "BC"],
  ["an heir that is gone too", ["A>B 1 @1", "B>C 1 @2"], "C", "C"],
  ["two that came together", ["A>B 0.6 @1", "A>C 0.4 @1", "B>D 1 @2", "C>D 1 @2"], "D", "D"],
  ["loaded again otherwise: the last time counts", ["A>B 1 @1", "A>C 1 @2"], "BC", "C"],
  ["gone and never succeeded", [], "B", ""],
  ["an heir whose boundaries were rolled back", ["A>B 1 @1"], "C", ""],
  ["there and back, and neither in force", ["A>B 1 @1", "B>A 1 @2"], "C", ""],
])("%s", (_, lines, inForce, expected) => {
  expect(heirsInForce("A", lines.map(read), new Set(inForce)).join("")).toBe(expected);
});
