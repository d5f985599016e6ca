import type { Day } from "#app/domain/team/day.ts";
import type { ControlLimits } from "./control-chart.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { monthInWords, monthsOf } from "./month.ts";

export interface ChartPoint {
  /** The day it is of; for a figure of a month, the month's first. */
  on: Day;
  value: number;
  /** Of a share of people asked: half the width of its 95 % interval. */
  margin: number | null;
  /** As it is said where the number alone does not say it: "10.04%, over target". */
  words?: string | null | undefined;
  /** What else there is to know of it: "provisional". Its dot is hollow. */
  note?: string | null | undefined;
}

/** A date that explains the figures, as residents read it: "New lights by the bus station". */
export interface ChartMark {
  on: Day;
  words: string;
}

/** One series as it is drawn, described and tabled: all three say the same. */
export interface Chart {
  /** What is counted: "Reports of off-road bikes". */
  title: string;
  /** "reports a month", or "per cent". */
  unit: string;
  /** Whether each figure is of a month, so that a month without one is a gap, or of a day. */
  step: "month" | "day";
  /** In order of time, each day once. */
  points: readonly ChartPoint[];
  /** The top of the scale where it is known: 100 for a share. */
  top: number | null;
  baseline: number | null;
  target: number | null;
  /** What a plan is to reach by itself, beside the target that always holds. */
  aim?: number | null | undefined;
  marks: readonly ChartMark[];
  /** Why months between the first and the last have no figure, where it is not that none is known. */
  missing?: string | undefined;
  /** Where what is counted changed: the line ends before each of these. */
  breaks?: readonly Day[] | undefined;
  /** The same counted in another way: a dashed line with its name. */
  again?: readonly { words: string; points: readonly ChartPoint[] }[] | undefined;
  /** What is usual here, where that is to be drawn. */
  limits: ControlLimits | null;
  /** What the figures say, one sentence each: read before the drawing. */
  words: readonly string[];
}

const numberFormat = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** A figure as people write it: "1,250", "4.5". */
export const figureInWords = (value: number): string => numberFormat.format(value);

export const pointInWords = ({ value, words }: ChartPoint): string => words ?? figureInWords(value);

/** The time that a figure of a chart is of: "March 2026", "3 March 2026". */
export const timeInWords = (step: Chart["step"], on: Day): string =>
  step === "month" ? monthInWords(on) : dayInWords(on);

/** The months between the first figure and the last that have none. Never nought: nobody knows. */
export function missingMonths({ step, points }: Pick<Chart, "step" | "points">): Day[] {
  const [first, last] = [points[0], points.at(-1)];
  if (step === "day" || first === undefined || last === undefined) return [];
  const there = new Set(points.map(({ on }) => on));
  return monthsOf(first.on, last.on).filter((month) => !there.has(month));
}
