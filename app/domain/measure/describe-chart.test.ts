import { expect, test } from "vitest";
import { missingMonths, type Chart } from "./chart.ts";
import { describeChart, missingInWords } from "./describe-chart.ts";

const month = (number: number) => `2026-${String(number).padStart(2, "0")}-01`;
const chart = (values: readonly (number | null)[], change: Partial<Chart> = {}): Chart => ({
  title: "Reports",
  unit: "reports a month",
  step: "month",
  points: values.flatMap((value, at) => (value === null ? [] : [{ on: month(at + 1), value, margin: null }])),
  top: null,
  baseline: null,
  target: null,
  marks: [],
  limits: null,
  words: [],
  ...change,
});

test.each<[name: string, chart: Chart, words: string]>([
  ["none", chart([]), "There are no figures yet."],
  ["one", chart([3]), "One figure (reports a month), for January 2026: 3."],
  [
    "several",
    chart([3, 1200, 2.25], { baseline: 10, target: 5 }),
    "3 figures (reports a month), from January 2026 to March 2026. The first is 3, the last 2.3. The highest is 1,200 (February 2026), the lowest 2.3 (March 2026). The baseline is 10. The target is 5.",
  ],
  [
    "of days, with what was done",
    chart([3], { step: "day", marks: [{ on: "2026-01-20", words: "lights repaired" }] }),
    "One figure (reports a month), for 1 January 2026: 3. Marked are 20 January 2026 (lights repaired).",
  ],
  [
    "with what is usual",
    chart([3], { limits: { mean: 4, lower: 1.44, upper: 6.56 } }),
    "One figure (reports a month), for January 2026: 3. Usual here is from 1.4 to 6.6, on average 4.",
  ],
  [
    "said otherwise, to be read with care, and counted in another way as well",
    chart([], {
      points: [{ on: month(1), value: 10.04, margin: null, words: "10.04%", note: "provisional" }],
      again: [{ words: "With definition 2", points: [] }],
    }),
    "One figure (reports a month), for January 2026: 10.04%. To be read with care: January 2026 (provisional). Drawn once more, dashed: With definition 2.",
  ],
])("a chart of figures that are %s", (_name, of, words) => {
  expect(describeChart(of)).toBe(words);
});

test.each<[name: string, values: (number | null)[], words: string | null]>([
  ["nothing is missing", [1, 0, 3], null],
  [
    "one month is missing",
    [1, null, 3],
    "There are no figures for February 2026. It is left out, not counted as nought.",
  ],
  [
    "two are missing",
    [1, null, 3, null, 5],
    "There are no figures for February 2026 and April 2026. They are left out, not counted as nought.",
  ],
  [
    "many are missing",
    [1, ...Array.from({ length: 7 }, () => null), 9],
    "There are no figures for 7 of the months shown. They are left out, not counted as nought.",
  ],
])("%s", (_name, values, words) => {
  expect(missingInWords(chart(values))).toBe(words);
});

test("figures of days are never missing", () => {
  expect(missingMonths(chart([1, null, 3], { step: "day" }))).toEqual([]);
});
