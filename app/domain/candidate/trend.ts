import { monthInWords } from "#app/domain/measure/month.ts";
import type { Day } from "#app/domain/team/day.ts";

/** What was recorded in twelve months and in the twelve before them. */
export interface IncidentTrend {
  kinds: readonly string[];
  latest: number;
  before: number;
  /** The first day of the last month that is counted. */
  lastMonth: Day;
  source: string;
}

/** Fewer than these in both years are too few to say that they rose or fell. */
const fewest = 10;
/** Less of a change than this is none. */
const noChangePercent = 5;

function changeInWords({ latest, before }: IncidentTrend): string {
  if (latest < fewest && before < fewest) return "too few to say whether it rose or fell";
  const percent = before === 0 ? null : Math.round((100 * (latest - before)) / before);
  if (percent === null) return "none were recorded in the 12 months before";
  if (Math.abs(percent) < noChangePercent) return `about as many as the ${before} of the 12 months before`;
  return percent > 0
    ? `${percent} per cent more than the ${before} of the 12 months before`
    : `${-percent} per cent fewer than the ${before} of the 12 months before`;
}

/** "120 recorded in the 12 months to October 2026 (Drugs): 20 per cent more than the 100 of the 12 months before." */
export const trendInWords = (trend: IncidentTrend): string =>
  `${trend.latest} recorded in the 12 months to ${monthInWords(trend.lastMonth)} (${trend.kinds.join(", ")}): ${changeInWords(trend)}.`;
