import type { Day } from "#app/domain/team/day.ts";
import { figureInWords } from "./chart.ts";
import type { MeasurePoint } from "./measure.ts";
import { addMonths, monthInWords } from "./month.ts";

/** A season. */
const mostMonths = 3;
const year = 12;

export interface SeasonCompared {
  first: Day;
  last: Day;
  now: number;
  yearAgo: number;
}

/**
 * The last months of a monthly series, up to a season, against the same months a year earlier, so that a winter is not
 * held against a summer. Null where the last month or its like a year earlier is missing.
 */
export function sameSeason(points: readonly MeasurePoint[]): SeasonCompared | null {
  const values = new Map(points.map(({ on, value }) => [on, value]));
  const last = points.at(-1)?.on;
  if (last === undefined) return null;
  const months: { on: Day; now: number; yearAgo: number }[] = [];
  for (let back = 0; back < mostMonths; back++) {
    const on = addMonths(last, -back);
    const [now, yearAgo] = [values.get(on), values.get(addMonths(on, -year))];
    if (now === undefined || yearAgo === undefined) break;
    months.unshift({ on, now, yearAgo });
  }
  const [first] = months;
  return first === undefined
    ? null
    : {
        first: first.on,
        last,
        now: months.reduce((sum, { now }) => sum + now, 0),
        yearAgo: months.reduce((sum, { yearAgo }) => sum + yearAgo, 0),
      };
}

/** "October 2025 to December 2025: 11 in all. The same months a year earlier: 38." */
export function seasonInWords({ first, last, now, yearAgo }: SeasonCompared): string {
  const time = first === last ? monthInWords(last) : `${monthInWords(first)} to ${monthInWords(last)}`;
  const same = first === last ? "The same month" : "The same months";
  return `${time}: ${figureInWords(now)} in all. ${same} a year earlier: ${figureInWords(yearAgo)}.`;
}
