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
const said = (scope: "force" | "neighbourhood", change: Partial<Sums>) =>
  restatementOf(scope, { before: may, after: { ...may, ...change }, on: "2026-07-03" });

test.each([
  [{ abstractedA: 1_224 * hour }, "48 more hours of other work were recorded late"],
  [{ abstractedA: 1_177 * hour }, "1 more hour of other work was recorded late"],
  [{ abstractedA: 1_175 * hour }, "1 fewer hour of other work is recorded"],
  [{ abstractedA: 1_173.5 * hour }, "2.5 fewer hours of other work are recorded"],
  [{ abstractedA: 1_176 * hour + 1 }, "more hours of other work were recorded late"],
  [{ duty: 12_008 * hour }, "8 more hours of duty were recorded late"],
  [
    { duty: 11_992 * hour, abstractedA: 1_180 * hour },
    "4 more hours of other work were recorded late, and 8 fewer hours of duty are recorded",
  ],
  [{ confirmed: 1_450 }, "more is known of which duties were accounted for"],
  [{ lent: hour }, "hours spent in another neighbourhood were corrected"],
  [{ abstractedB: 1_301 * hour }, "details behind the figure were corrected"],
])("%j is told as: %s", (change, words) => {
  expect(said("force", change)).toBe(`Restated on 3 July 2026: ${words}.`);
});

test("of a neighbourhood no hours are told", () => {
  expect(said("neighbourhood", { abstractedA: 1_224 * hour })).toBe(
    "Restated on 3 July 2026: more hours of other work were recorded late.",
  );
  expect(said("neighbourhood", { duty: 11_000 * hour })).toBe(
    "Restated on 3 July 2026: fewer hours of duty are recorded.",
  );
});
