import type { Day } from "#app/domain/team/day.ts";
import type { Chart } from "./chart.ts";
import { addMonths } from "./month.ts";
import { sameSeason, seasonInWords } from "./season.ts";

/** Recorded incidents of one kind, or all of them, over the months that are loaded. */
export interface IncidentSeries {
  title: string;
  chart: Chart;
  /** In the last twelve months and in the twelve before them; null where one of those months is not loaded. */
  latest: number | null;
  before: number | null;
}

const year = 12;

const unit = "incidents a month";

function seriesOf(title: string, months: readonly Day[], countIn: (month: Day) => number): IncidentSeries {
  const points = months.map((on) => ({ on, value: countIn(on), asked: null }));
  const season = sameSeason(points);
  const last = months.at(-1);
  const sumOfYear = (end: Day) => {
    const first = addMonths(end, 1 - year);
    const there = points.filter(({ on }) => first <= on && on <= end);
    return there.length === year ? there.reduce((sum, { value }) => sum + value, 0) : null;
  };
  return {
    title,
    chart: {
      title,
      unit,
      step: "month",
      points: points.map(({ on, value }) => ({ on, value, margin: null })),
      top: null,
      baseline: null,
      target: null,
      marks: [],
      limits: null,
      words: season === null ? [] : [seasonInWords(season)],
    },
    latest: last === undefined ? null : sumOfYear(last),
    before: last === undefined ? null : sumOfYear(addMonths(last, -year)),
  };
}

/** All recorded incidents together, then each kind, the most frequent first. A loaded month without any is nought. */
export function incidentSeries({
  months,
  counts,
}: {
  months: readonly Day[];
  counts: readonly { month: Day; kind: string; count: number }[];
}): { all: IncidentSeries; kinds: IncidentSeries[] } {
  const byKind = new Map<string, Map<Day, number>>();
  const totals = new Map<Day, number>();
  for (const { month, kind, count } of counts) {
    const ofKind = byKind.get(kind) ?? new Map<Day, number>();
    byKind.set(kind, ofKind.set(month, (ofKind.get(month) ?? 0) + count));
    totals.set(month, (totals.get(month) ?? 0) + count);
  }
  const sum = (ofMonths: ReadonlyMap<Day, number>) =>
    [...ofMonths.values()].reduce((all, one) => all + one, 0);
  return {
    all: seriesOf("All recorded incidents", months, (month) => totals.get(month) ?? 0),
    kinds: [...byKind]
      .sort(([kind, one], [other, two]) => sum(two) - sum(one) || kind.localeCompare(other))
      .map(([kind, ofMonths]) => seriesOf(kind, months, (month) => ofMonths.get(month) ?? 0)),
  };
}
