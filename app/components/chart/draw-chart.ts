import { figureInWords, pointInWords, type Chart, type ChartPoint } from "#app/domain/measure/chart.ts";
import { addMonths, firstOfMonth, monthsFrom } from "#app/domain/measure/month.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import {
  besideDot,
  endOf,
  labelHeight,
  plotLeft,
  plotRight,
  ruleLabels,
  rulesOf,
  type Rule,
  type RuleLabel,
} from "./chart-rules.ts";
import { markRows } from "./mark-rows.ts";
import { roundTicks } from "./round-ticks.ts";
import { timeTicks } from "./time-ticks.ts";

/**
 * A chart as it lies on the page. Across, everything is in hundredths of the drawing's width, so that words keep their
 * size on a telephone; down, in pixels.
 */
export interface Drawing {
  height: number;
  top: number;
  bottom: number;
  xTicks: { x: number; words: string; year: string | null }[];
  yTicks: { y: number; words: string }[];
  /** The `d` of the line through the figures; it stops where one is missing. */
  line: string;
  dots: { on: Day; x: number; y: number; isOutside: boolean; isNoted: boolean }[];
  again: { line: string; words: string; x: number; y: number; end: RuleLabel["end"] }[];
  margins: { on: Day; x: number; from: number; to: number }[];
  rules: Rule[];
  ruleLabels: RuleLabel[];
  band: { y: number; height: number } | null;
  marks: { x: number; y: number; number: number }[];
  last: { x: number; y: number; words: string; end: RuleLabel["end"] } | null;
}

const markRoom = 8;
const markHeight = 26;
const footHeight = 44;

const sizes = {
  full: { plot: 220, yTicks: 5, xTicks: 6 },
  small: { plot: 90, yTicks: 2, xTicks: 3 },
} as const;
export type ChartSize = keyof typeof sizes;

const round = (value: number) => Math.round(value * 100) / 100;

/** Lays out a chart that has at least one figure. */
export function drawChart(chart: Chart, size: ChartSize): Drawing {
  const { plot, yTicks, xTicks } = sizes[size];
  const { step, points, baseline, target, aim, limits, breaks = [], again = [] } = chart;
  const marks = [...chart.marks].sort((one, other) => (one.on < other.on ? -1 : 1));
  const { xOf, from, to } = acrossOf(
    step,
    [...points, ...marks].map(({ on }) => on),
  );
  const markXs = marks.map(({ on }) => xOf(on));
  const rows = markRows(markXs, markRoom);
  const top = round(14 + markHeight * (Math.max(-1, ...rows) + 1));
  const bottom = top + plot;

  const upTo = (value: number, margin: number | null) =>
    Math.max(value, Math.min(value + (margin ?? 0), chart.top ?? Infinity));
  const values = [...points, ...again.flatMap((other) => other.points)].map(({ value, margin }) =>
    upTo(value, margin),
  );
  const highestRule = Math.max(baseline ?? 0, target ?? 0, aim ?? 0, limits?.upper ?? 0);
  // Its name stands above it.
  const withName = size === "full" ? highestRule * (1 + labelHeight / plot) : highestRule;
  const highest = Math.max(...values, chart.top === null ? withName : highestRule);
  const isWhole = points.every(({ value }) => Number.isInteger(value));
  const ticks = roundTicks(chart.top ?? highest, yTicks, isWhole);
  const scaleTop = Math.max(ticks.at(-1) ?? 1, highest);
  const yOf = (value: number) => round(bottom - (plot * Math.max(0, value)) / scaleTop);
  const isOutside = (value: number) => limits !== null && (value > limits.upper || value < limits.lower);
  // A month's figure stands in the middle of it, so that what was done on a day lies on its right side.
  const midOf = (on: Day) => (step === "month" ? xOf(addDays(on, 15)) : xOf(on));

  const dotOf = ({ on, value }: ChartPoint) => ({ on, x: midOf(on), y: yOf(value) });
  const dots = points.map((point) => ({
    ...dotOf(point),
    isOutside: isOutside(point.value),
    isNoted: Boolean(point.note),
  }));
  const lastDot = dots.at(-1);
  const rules = rulesOf(chart, yOf);
  const labels = ruleLabels(rules, dots, { top, bottom });
  return {
    height: bottom + footHeight,
    top,
    bottom,
    xTicks: timeTicks(step, from, to, xTicks).map(({ on, words, year }) => ({ x: midOf(on), words, year })),
    yTicks: ticks.map((value) => ({ y: yOf(value), words: figureInWords(value) })),
    line: lineOf(step, dots, breaks),
    dots,
    again: again.flatMap(({ words, points: others }) => {
      const line = others.map(dotOf);
      const [first] = line;
      if (first === undefined) return [];
      // Its name stands on the side that the other line is not on.
      const isUnder = line.every(({ on, y }) => y >= (dots.find((dot) => dot.on === on)?.y ?? y));
      const y = isUnder
        ? Math.max(...line.map((dot) => dot.y)) + 20
        : Math.min(...line.map((dot) => dot.y)) - 10;
      return [
        { line: lineOf(step, line, []), words, x: first.x, y: Math.min(y, bottom - 5), end: endOf(first.x) },
      ];
    }),
    margins: points.flatMap(({ on, value, margin }) =>
      margin === null ? [] : [{ on, x: midOf(on), from: yOf(upTo(value, margin)), to: yOf(value - margin) }],
    ),
    rules,
    ruleLabels: labels,
    band:
      limits === null ? null : { y: yOf(limits.upper), height: round(yOf(limits.lower) - yOf(limits.upper)) },
    marks: markXs.map((x, at) => ({ x, y: 12 + markHeight * (rows[at] ?? 0), number: at + 1 })),
    last:
      lastDot === undefined
        ? null
        : {
            x: lastDot.x,
            words: lastInWords(points),
            ...besideDot(lastDot, rules, labels, bottom),
          },
  };
}

/** The last figure beside its dot: without what it is held against, which is drawn. */
const lastInWords = (points: readonly ChartPoint[]): string => {
  const last = points.at(-1);
  return last === undefined ? "" : (pointInWords(last).split(",")[0] ?? "");
};

/** The way across: whole months, or the days from the first to the last. */
function acrossOf(step: Chart["step"], days: readonly Day[]) {
  const ordered = [...days].sort();
  const first = ordered[0] ?? "";
  const last = ordered.at(-1) ?? first;
  const from = step === "month" ? firstOfMonth(first) : first;
  const to = step === "month" ? addMonths(last, 1) : last;
  const length = daysBetween(from, to);
  const xOf = (on: Day) =>
    round(length === 0 ? 50 : plotLeft + ((plotRight - plotLeft) * daysBetween(from, on)) / length);
  return { xOf, from, to: last };
}

function lineOf(
  step: Chart["step"],
  dots: readonly { on: Day; x: number; y: number }[],
  breaks: readonly Day[],
): string {
  return dots
    .map(({ on, x, y }, at) => {
      const before = dots[at - 1];
      const isNext =
        before !== undefined && !breaks.includes(on) && (step === "day" || monthsFrom(before.on, on) === 1);
      return `${isNext ? "L" : "M"}${x} ${y}`;
    })
    .join("");
}
