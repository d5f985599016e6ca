import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { controlLimits, signalInWords, signalsOf } from "./control-chart.ts";
import { marginOf, measureKinds, measureKindWords, type MeasurePoint } from "./measure.ts";

const month = (at: number) => new Date(Date.UTC(2025, at, 1)).toISOString().slice(0, 10);
const series = (...values: number[]): MeasurePoint[] =>
  values.map((value, at) => ({ on: month(at), value, asked: null }));

const steady = [10, 12, 9, 11, 10, 13, 8, 11];

describe("the limits", () => {
  test("are the mean and 2.66 mean moving ranges", () => {
    // Mean 84 / 8; moving ranges 2 3 2 1 3 5 3, together 19 of 7.
    const limits = controlLimits(series(...steady), null);
    expect(limits?.mean).toBeCloseTo(10.5);
    expect(limits?.upper).toBeCloseTo(10.5 + (2.66 * 19) / 7);
    expect(limits?.lower).toBeCloseTo(10.5 - (2.66 * 19) / 7);
  });

  test("are of the time before the response only", () => {
    const all = series(...steady, 0, 0, 0);
    expect(controlLimits(all, month(8))).toEqual(controlLimits(series(...steady), null));
  });

  test("are none of fewer than eight", () => {
    expect(controlLimits(series(...steady.slice(1)), null)).toBeNull();
    expect(controlLimits(series(...steady), month(7))).toBeNull();
  });

  test("are never under nought", () => {
    expect(controlLimits(series(0, 9, 0, 9, 0, 9, 0, 9), null)?.lower).toBe(0);
  });
});

describe("signals", () => {
  const limits = { mean: 10, lower: 4, upper: 16 };
  test.each<[string, number[], string[]]>([
    ["none in ups and downs", [10, 12, 8, 11, 9, 13, 7, 10], []],
    ["one point above", [10, 17, 10], ["outside up 1"]],
    ["one point below", [10, 3], ["outside down 1"]],
    ["on the limit is inside", [16, 4], []],
    ["seven below the mean", [9, 8, 9, 8, 9, 8, 9], ["shift down 6"]],
    ["six below the mean are not enough", [9, 8, 9, 8, 9, 8, 11], []],
    ["a point on the mean breaks a shift", [9, 8, 9, 10, 8, 9, 8, 9], []],
    ["eight below are one signal", [9, 8, 9, 8, 9, 8, 9, 8], ["shift down 6"]],
    ["six that fall", [15, 14, 13, 12, 11, 9], ["trend down 5"]],
    ["five that fall", [15, 14, 13, 12, 11, 12], []],
    ["equal points break a trend", [15, 14, 13, 13, 12, 11], []],
  ])("%s", (_name, values, found) => {
    const signals = signalsOf(series(...values), limits);
    expect(
      signals.map(({ kind, direction, on }) => `${kind} ${direction} ${new Date(on).getUTCMonth()}`),
    ).toEqual(found);
  });

  test("a series that repeats its baseline has no point outside", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 8, max: 40 }), (value, length) => {
        const points = series(...Array.from({ length }, () => value));
        const limits = controlLimits(points, null);
        expect(limits && signalsOf(points, limits)).toEqual([]);
      }),
    );
  });
});

test.each([
  ["too few", [3, 4, 5], null, "There are too few figures to tell a change from chance: 3 of at least 8."],
  ["nothing new", [...steady, 10, 11], month(8), "The figures go up and down as they always did"],
  ["fewer, as wanted", [...steady, 0, 1, 0], month(8), "It is a change for the better."],
  ["fewer for a time only", [...steady, 7, 8, 7, 8, 7, 8, 7, 12], month(8), "It has not lasted: the latest"],
  ["more", [...steady, 30], month(8), "It is a change for the worse."],
] as const)("in words: %s", (_name, values, since, words) => {
  const points = series(...values);
  expect(signalInWords(points, controlLimits(points, since), since, "down")).toContain(words);
});

test.each([
  [50, 100, 9.8],
  [50, 400, 4.9],
  [90, 100, 5.88],
  [95, 100, null],
  [50, 19, null],
])("a share of %i %% of %i asked is known to within %s", (percent, asked, margin) => {
  const found = marginOf(percent, asked);
  if (margin === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(margin, 2);
});

test("no two kinds of measure read the same", () => {
  expect(new Set(Object.values(measureKindWords)).size).toBe(measureKinds.length);
});
