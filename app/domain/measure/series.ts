import type { Day } from "#app/domain/team/day.ts";
import { firstOfMonth } from "./month.ts";
import type { MeasureAim, MeasureKind, MeasurePoint } from "./measure.ts";

/** A measure with its figures in order of time. */
export interface MeasuredSeries {
  kind: MeasureKind;
  title: string;
  /** "reports a month". */
  unit: string;
  source: string;
  aim: MeasureAim;
  baseline: number | null;
  target: number | null;
  /** The first day of the baseline and the day after its last. */
  baselineFrom: Day | null;
  baselineUntil: Day | null;
  points: readonly MeasurePoint[];
  /** How many months have no figure because the neighbourhood had other boundaries when they were counted. */
  monthsOfOtherShape?: number;
}

/** Whether each figure is of a month: of recorded incidents always, of a count where all are of a month's first day. */
export const stepOf = ({ kind, points }: Pick<MeasuredSeries, "kind" | "points">): "month" | "day" =>
  kind === "incidents" || (kind === "count" && points.every(({ on }) => on === firstOfMonth(on)))
    ? "month"
    : "day";

/** Where it started: the figure that is stored, or else the mean of the time that the baseline is of. */
export function baselineOf({
  baseline,
  baselineFrom,
  baselineUntil,
  points,
}: Pick<MeasuredSeries, "baseline" | "baselineFrom" | "baselineUntil" | "points">): number | null {
  if (baseline !== null || baselineFrom === null || baselineUntil === null) return baseline;
  const base = points.filter(({ on }) => baselineFrom <= on && on < baselineUntil);
  return base.length === 0 ? null : base.reduce((sum, { value }) => sum + value, 0) / base.length;
}
