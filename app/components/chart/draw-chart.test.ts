import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Chart } from "#app/domain/measure/chart.ts";
import { addMonths } from "#app/domain/measure/month.ts";
import { addDays } from "#app/domain/team/day.ts";
import { labelHeight, plotLeft, plotRight } from "./chart-rules.ts";
import { drawChart } from "./draw-chart.ts";

const chart = (change: Partial<Chart> = {}): Chart => ({
  title: "Reports",
  unit: "reports a month",
  step: "month",
  points: [
    { on: "2026-01-01", value: 4, margin: null },
    { on: "2026-02-01", value: 8, margin: null },
    { on: "2026-03-01", value: 6, margin: null },
  ],
  top: null,
  baseline: null,
  target: null,
  marks: [],
  limits: null,
  words: [],
  ...change,
});

describe("a drawing", () => {
  test("goes from the foot at nought to the top of the scale", () => {
    const { dots, bottom, top, yTicks } = drawChart(chart(), "full");
    expect(yTicks.map(({ words }) => words)).toEqual(["0", "2", "4", "6", "8"]);
    expect(yTicks[0]?.y).toBe(bottom);
    expect(dots[1]?.y).toBe(top);
    expect(dots[0]?.y).toBe((top + bottom) / 2);
  });

  test("breaks the line where a month is missing", () => {
    const points = [1, 2, 4, 5].map((month) => ({ on: `2026-0${month}-01`, value: month, margin: null }));
    expect(drawChart(chart({ points }), "full").line.replaceAll(/[\d. ]/g, "")).toBe("MLML");
    expect(drawChart(chart({ points, step: "day" }), "full").line.replaceAll(/[\d. ]/g, "")).toBe("MLLL");
  });

  test("breaks the line where what is counted changed, with the same counted in another way beside it", () => {
    const points = [1, 2, 3, 4].map((month) => ({ on: `2026-0${month}-01`, value: month, margin: null }));
    const again = [
      { words: "Otherwise", points: points.slice(0, 2).map((point) => ({ ...point, value: 9 })) },
    ];
    const drawn = drawChart(chart({ points, breaks: ["2026-03-01"], again }), "full");
    expect(drawn.line.replaceAll(/[\d. ]/g, "")).toBe("MLML");
    expect(drawn.again.map(({ words, line }) => [words, line.replaceAll(/[\d. ]/g, "")])).toEqual([
      ["Otherwise", "ML"],
    ]);
    // The scale reaches what is drawn once more as well.
    expect(drawn.dots[3]?.y).toBeGreaterThan(drawn.top);
  });

  test("says the last figure as it is said, and marks what is to be read with care", () => {
    const points = [
      { on: "2026-01-01", value: 10.04, margin: null, words: "10.04%, over target", note: "provisional" },
    ];
    const { last, dots } = drawChart(chart({ points }), "full");
    expect([last?.words, dots[0]?.isNoted]).toEqual(["10.04%", true]);
  });

  test("puts what was done between the months before it and after it", () => {
    const { dots, marks } = drawChart(chart({ marks: [{ on: "2026-02-02", words: "Lights" }] }), "full");
    expect(marks[0]?.x).toBeGreaterThan(dots[0]?.x ?? 100);
    expect(marks[0]?.x).toBeLessThan(dots[1]?.x ?? 0);
  });

  test("numbers marks in order of time", () => {
    const marks = [
      { on: "2026-03-02", words: "Later" },
      { on: "2026-01-09", words: "Earlier" },
    ];
    const [one, two] = drawChart(chart({ marks }), "full").marks;
    expect([one?.number, two?.number]).toEqual([1, 2]);
    expect(one?.x).toBeLessThan(two?.x ?? 0);
  });

  test("keeps the labels of near lines apart", () => {
    const { ruleLabels } = drawChart(chart({ baseline: 6, target: 6.1 }), "full");
    const [one, two] = ruleLabels.map(({ y }) => y);
    expect(Math.abs((one ?? 0) - (two ?? 0))).toBeGreaterThanOrEqual(18);
  });

  test("names a line at the end where the figures are further from it", () => {
    const points = [1, 9].map((value, at) => ({ on: `2026-0${1 + 3 * at}-01`, value, margin: null }));
    const endOfTarget = (target: number) => drawChart(chart({ points, target }), "full").ruleLabels[0]?.end;
    expect([endOfTarget(8), endOfTarget(1)]).toEqual(["left", "right"]);
  });

  test("marks what lies outside the limits", () => {
    const limits = { mean: 5, lower: 2, upper: 7 };
    expect(drawChart(chart({ limits }), "full").dots.map(({ isOutside }) => isOutside)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("of shares goes to a hundred, and no margin over it", () => {
    const points = [{ on: "2026-01-01", value: 97, margin: 5 }];
    const { margins, top, yTicks } = drawChart(chart({ points, top: 100 }), "full");
    expect(yTicks.at(-1)?.words).toBe("100");
    expect(margins[0]?.from).toBe(top);
  });
});

const value = fc.double({ min: 0, max: 5000, noNaN: true });
const days = fc.integer({ min: 0, max: 1500 }).map((at) => addDays("2023-02-10", at));
const anyChart = fc
  .record({
    step: fc.constantFrom("month" as const, "day" as const),
    at: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }),
    values: fc.array(value, { minLength: 40, maxLength: 40 }),
    margin: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: null }),
    baseline: fc.option(value, { nil: null }),
    target: fc.option(value, { nil: null }),
    marks: fc.array(fc.record({ on: days, words: fc.constant("Done") }), { maxLength: 9 }),
    mean: fc.option(value, { nil: null }),
  })
  .map(({ step, at, values, margin, mean, ...rest }) =>
    chart({
      ...rest,
      step,
      points: at
        .sort((one, other) => one - other)
        .map((place, number) => ({
          on: step === "month" ? addMonths("2024-01-01", place) : addDays("2024-01-01", 9 * place),
          value: values[number] ?? 0,
          margin,
        })),
      limits: mean === null ? null : { mean, lower: mean / 2, upper: 2 * mean },
    }),
  );

test("a name stands under its line where another is close above, and the last figure’s on neither", () => {
  const points = [10.2, 10.1, 10, 9.4].map((value, at) => ({
    on: addMonths("2026-01-01", at),
    value,
    margin: null,
  }));
  const { rules, ruleLabels, last, dots } = drawChart(chart({ points, target: 10, aim: 9.5 }), "full");
  const lineOf = (key: string) => rules.find((rule) => rule.key === key)?.y ?? 0;
  const [target, aim] = ["Target 10", "The plan’s aim 9.5"].map(
    (words) => ruleLabels.find((label) => label.words === words)?.y ?? 0,
  );
  expect(target).toBeLessThan(lineOf("target"));
  expect(aim).toBeGreaterThan(lineOf("aim"));
  expect(last?.y).toBeGreaterThan(dots.at(-1)?.y ?? Infinity);
});

test("the name of a line above every figure has room over it", () => {
  const { rules, ruleLabels, top } = drawChart(chart({ target: 10 }), "full");
  expect(ruleLabels[0]?.y).toBeLessThan(rules[0]?.y ?? 0);
  expect(rules[0]?.y).toBeGreaterThanOrEqual(top + labelHeight);
});

test("all that is drawn stays within the drawing", () => {
  fc.assert(
    fc.property(anyChart, fc.constantFrom("full" as const, "small" as const), (any, size) => {
      const { top, bottom, dots, margins, rules, ruleLabels, marks, xTicks, yTicks, band } = drawChart(
        any,
        size,
      );
      const xs = [...dots, ...margins, ...marks, ...xTicks].map(({ x }) => x);
      const ys = [
        ...[...dots, ...rules, ...yTicks].map(({ y }) => y),
        ...margins.flatMap(({ from, to }) => [from, to]),
        ...(band === null ? [] : [band.y, band.y + band.height]),
      ];
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(plotLeft);
      expect(Math.max(...xs)).toBeLessThanOrEqual(plotRight);
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(top - 0.01);
      expect(Math.max(...ys)).toBeLessThanOrEqual(bottom + 0.01);
      for (const { y } of marks) expect(y).toBeLessThan(top);
      for (const { y } of ruleLabels) expect(y).toBeLessThanOrEqual(bottom);
    }),
  );
});
