import fc from "fast-check";
import { expect, test } from "vitest";
import { roundTicks } from "./round-ticks.ts";

test.each<[top: number, most: number, isWhole: boolean, ticks: number[]]>([
  [0, 5, true, [0, 1]],
  [0, 5, false, [0, 1]],
  [1, 5, true, [0, 1]],
  [3, 5, true, [0, 1, 2, 3]],
  [7, 5, true, [0, 2, 4, 6, 8]],
  [10, 5, true, [0, 2, 4, 6, 8, 10]],
  [11, 5, true, [0, 5, 10, 15]],
  [48, 5, true, [0, 10, 20, 30, 40, 50]],
  [100, 5, true, [0, 20, 40, 60, 80, 100]],
  [1234, 5, true, [0, 500, 1000, 1500]],
  [0.6, 5, false, [0, 0.2, 0.4, 0.6]],
  [2.4, 5, false, [0, 0.5, 1, 1.5, 2, 2.5]],
  [100, 2, true, [0, 50, 100]],
])("up to %d in at most %d steps (whole: %s)", (top, most, isWhole, ticks) => {
  expect(roundTicks(top, most, isWhole)).toEqual(ticks);
});

test("reach the top, in no more steps than wanted, evenly", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 1_000_000, noNaN: true }),
      fc.integer({ min: 2, max: 8 }),
      (top, most) => {
        const ticks = roundTicks(top, most, false);
        const step = ticks[1] ?? 0;
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(top * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        ticks.forEach((tick, at) => expect(tick).toBeCloseTo(at * step, 6));
      },
    ),
  );
});
