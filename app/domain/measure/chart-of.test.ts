import { describe, expect, test } from "vitest";
import { chartOf } from "./chart-of.ts";
import { addMonths } from "./month.ts";
import { sameSeason, seasonInWords } from "./season.ts";
import { baselineOf, stepOf, type MeasuredSeries } from "./series.ts";
import { shareChangeInWords } from "./share-change.ts";

const monthly = (values: readonly (number | null)[], first = "2024-01-01") =>
  values.flatMap((value, at) => (value === null ? [] : [{ on: addMonths(first, at), value, asked: null }]));
const shares = (...said: [value: number, asked: number][]) =>
  said.map(([value, asked], at) => ({ on: `2026-0${at + 1}-09`, value, asked }));

const series = (change: Partial<MeasuredSeries> = {}): MeasuredSeries => ({
  kind: "count",
  title: "Bikes",
  unit: "a month",
  source: "A count by wardens",
  aim: "down",
  baseline: null,
  target: null,
  baselineFrom: null,
  baselineUntil: null,
  points: [],
  ...change,
});

test.each<[name: string, of: Partial<MeasuredSeries>, step: string]>([
  ["recorded incidents", { kind: "incidents" }, "month"],
  ["counts of months", { points: monthly([1, 2]) }, "month"],
  ["counts of days", { points: [{ on: "2026-01-09", value: 1, asked: null }] }, "day"],
  ["surveys", { kind: "survey", points: monthly([1]) }, "day"],
])("%s go by the right step", (_name, of, step) => {
  expect(stepOf(series(of))).toBe(step);
});

test("the start is what was entered, or else the mean of its time", () => {
  const time = { baselineFrom: "2024-02-01", baselineUntil: "2024-04-01", points: monthly([90, 4, 8, 90]) };
  expect(baselineOf(series({ ...time, baseline: 5 }))).toBe(5);
  expect(baselineOf(series(time))).toBe(6);
  expect(baselineOf(series({ ...time, points: [] }))).toBeNull();
  expect(baselineOf(series({ points: time.points }))).toBeNull();
});

const year = Array.from({ length: 12 }, (_, at) => at + 1);
test.each<[name: string, values: (number | null)[], words: string | null]>([
  [
    "a season",
    [...year, 1, 2, 0],
    "January 2025 to March 2025: 3 in all. The same months a year earlier: 6.",
  ],
  ["a month", [...year, 4], "January 2025: 4 in all. The same month a year earlier: 1."],
  ["up to a gap", [...year, 4, null, 2], "March 2025: 2 in all. The same month a year earlier: 3."],
  ["a year with a gap", [1, null, 3, ...year.slice(3), 4, 5], null],
  ["less than a year", year, null],
  ["nothing", [], null],
])("the same season a year earlier of %s", (_name, values, words) => {
  const compared = sameSeason(monthly(values));
  expect(compared && seasonInWords(compared)).toBe(words);
});

test.each<[name: string, said: [number, number][], aim: "up" | "down", words: string]>([
  ["one", [[40, 100]], "up", "There is nothing yet to compare with."],
  [
    "few asked",
    [
      [40, 15],
      [60, 100],
    ],
    "up",
    "Too few people were asked to tell a change from chance.",
  ],
  // The widths are 9.6 and 9.6, together 13.6.
  [
    "within chance",
    [
      [40, 100],
      [53, 100],
    ],
    "up",
    "no sign of a change yet",
  ],
  [
    "more than chance",
    [
      [40, 100],
      [54, 100],
    ],
    "up",
    "It is a change for the better.",
  ],
  [
    "more of what should be less",
    [
      [40, 100],
      [54, 100],
    ],
    "down",
    "It is a change for the worse.",
  ],
  [
    "the first and the last count",
    [
      [40, 100],
      [90, 100],
      [41, 100],
    ],
    "up",
    "no sign of a change yet",
  ],
])("shares in words: %s", (_name, said, aim, words) => {
  expect(shareChangeInWords(shares(...said), aim)).toContain(words);
});

describe("a measure as it is drawn", () => {
  test("says where it stands, whether that is a change, the season, and the source", () => {
    const points = monthly([10, 12, 9, 11, 10, 13, 8, 11, 10, 12, 9, 11, 0, 0, 0]);
    const { words, baseline, limits } = chartOf(
      series({ points, target: 5, baselineFrom: "2024-01-01", baselineUntil: "2025-01-01" }),
      [],
      { hasLimits: true },
    );
    expect(words).toEqual([
      "The latest figure, for March 2025, is 0. It was 10.5 at the start. The target of 5 or less is reached.",
      "This is more than chance: a figure outside what is usual here. It is a change for the better.",
      "January 2025 to March 2025: 0 in all. The same months a year earlier: 31.",
      "Source: A count by wardens.",
    ]);
    expect(baseline).toBe(10.5);
    expect(limits?.mean).toBe(10.5);
  });

  test.each([
    [1, "1 month is left out: the boundaries here were different when it was counted."],
    [4, "4 months are left out: the boundaries here were different when they were counted."],
  ])("says that %i months of other boundaries are missing, and why", (monthsOfOtherShape, sentence) => {
    expect(chartOf(series({ monthsOfOtherShape }), [], { hasLimits: false }).words).toContain(sentence);
  });

  test("takes the first response as the divide where no time of the start is set", () => {
    const points = monthly([10, 12, 9, 11, 10, 13, 8, 11, 0, 0, 0]);
    const marks = [
      { on: "2024-10-04", words: "Wardens" },
      { on: "2024-09-01", words: "Gates" },
    ];
    expect(chartOf(series({ points }), marks, { hasLimits: true }).limits?.mean).toBe(10.5);
  });

  test("of shares has margins and a top, and no limits", () => {
    const chart = chartOf(
      series({ kind: "survey", aim: "up", target: 60, points: shares([41, 100], [63, 108]) }),
      [],
      {
        hasLimits: true,
      },
    );
    expect(chart).toMatchObject({ top: 100, limits: null, step: "day" });
    expect(chart.points[1]?.margin).toBeCloseTo(9.1, 1);
    expect(chart.words[0]).toBe(
      "The latest figure, for 9 February 2026, is 63 per cent of 108 people asked, give or take 9.1 points. The target of 60 per cent or more is reached.",
    );
  });

  test("without figures says its source alone", () => {
    expect(chartOf(series(), [], { hasLimits: true }).words).toEqual(["Source: A count by wardens."]);
  });
});
