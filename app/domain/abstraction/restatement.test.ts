import { expect, test } from "vitest";
import { restatementOf } from "./restatement.ts";
import { sharesOfMinute } from "./shares.ts";
import type { Sums } from "./shown-figure.ts";

const hour = 60 * sharesOfMinute;
const may: Sums = {
  established: 15_000 * hour,
  duty: 12_000 * hour,
  abstractedA: 1_176 * hour,
  abstractedB: 1_300 * hour,
  exempt: 0,
  lent: 0,
  duties: 1_500,
  confirmed: 1_500,
};
const said = (change: Partial<Sums>) =>
  restatementOf({ before: may, after: { ...may, ...change }, on: "2026-07-03" });

test.each([
  [{ abstractedA: 1_224 * hour }, "time was recorded late"],
  [{ duty: 12_008 * hour }, "time was recorded late"],
  [{ abstractedA: 1_175 * hour }, "time was corrected"],
  [{ duty: 11_992 * hour, abstractedA: 1_180 * hour }, "time was recorded late"],
  [{ duty: 11_992 * hour }, "time was corrected"],
  [{ confirmed: 1_450 }, "more is known of which duties were accounted for"],
  [{ lent: hour }, "hours spent in another neighbourhood were corrected"],
  [{ abstractedB: 1_301 * hour }, "details behind the figure were corrected"],
])("%j is told as: %s, without a number", (change, words) => {
  expect(said(change)).toBe(`Restated on 3 July 2026: ${words}.`);
});
