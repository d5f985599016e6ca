import { describe, expect, test } from "vitest";
import { controlOf } from "./control.ts";

const month = (at: number) => new Date(Date.UTC(2025, at, 1)).toISOString().slice(0, 10);
const series = (...values: number[]) => values.map((value, at) => ({ on: month(at), value }));

// Mean 8, moving ranges of 2: 8 ± 5.32.
const firstYear = [7, 9, 7, 9, 7, 9, 7, 9, 7, 9, 7, 9];

describe("the limits", () => {
  test("are those of the first year: mean and 2.66 mean moving ranges", () => {
    const { limits } = controlOf(series(...firstYear, 20, 20, 20));
    expect(limits?.mean).toBe(8);
    expect(limits?.upper).toBeCloseTo(13.32);
    expect(limits?.lower).toBeCloseTo(2.68);
  });

  test("are none of fewer than eight months", () => {
    expect(controlOf(series(...firstYear.slice(0, 7)))).toEqual({
      limits: null,
      signals: [],
      words: "There are too few months to tell a drift from chance: 7 of at least 8.",
    });
  });
});

const usual = "Usual here is from 2.7% to 13.3%, on average 8.0%.";

test.each<[name: string, after: number[], words: string]>([
  ["noise is none", [8, 10, 6, 11], "The rate goes up and down within that: no month is a sign of a change."],
  [
    "on the limit is inside",
    [13.32],
    "The rate goes up and down within that: no month is a sign of a change.",
  ],
  ["one month outside", [8, 14], "This is more than chance: February 2026 was above what is usual."],
  ["one month below", [2], "This is more than chance: January 2026 was below what is usual."],
  [
    "a drift that no single month shows",
    [9, 9.5, 9, 9.5, 9, 9.5],
    "This is more than chance: the seven months to June 2026 were all above the average.",
  ],
  [
    "six in a row are not enough",
    [7, 9, 9, 9, 9, 9, 9],
    "The rate goes up and down within that: no month is a sign of a change.",
  ],
  [
    "a climb",
    [6, 7, 8.5, 9, 9.5, 10],
    "This is more than chance: the six months to June 2026 went upwards without a stop.",
  ],
  [
    "two signals",
    [14, 1],
    "This is more than chance: January 2026 was above what is usual and February 2026 was below what is usual.",
  ],
])("%s", (_name, after, words) => {
  expect(controlOf(series(...firstYear, ...after)).words).toBe(`${usual} ${words}`);
});

test("while there is no more than a year, all of it is judged", () => {
  const { signals } = controlOf(series(7, 9, 7, 9, 7, 9, 7, 9, 30));
  expect(signals.map(({ kind, on }) => [kind, on])).toEqual([["outside", month(8)]]);
});
