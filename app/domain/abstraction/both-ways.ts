import { lastMonth } from "./month-asked.ts";
import { addMonths, type Month } from "./month.ts";
import { rateOf } from "./rate.ts";

/** A month before a version began, by the version before it and by itself: "9.8%", "11.0%, over target". */
export interface BothWaysMonth {
  month: Month;
  before: string | null;
  after: string | null;
}

interface ByVersion {
  month: Month;
  version: number;
  duty: number;
  abstractedA: number;
}

/** The last month that is shown both ways: before the version began, and over. */
export function lastCompared(effectiveFrom: Month, now: Date): Month {
  const [before, over] = [addMonths(effectiveFrom, -1), lastMonth(now)];
  return before < over ? before : over;
}

/** The months from one on and before another that were worked out with a version, beside the version before it. */
export function bothWays(
  months: readonly ByVersion[],
  { version, before, from, until }: { version: number; before: number | null; from: Month; until: Month },
): BothWaysMonth[] {
  if (before === null) return [];
  const rateBy = (month: Month, by: number) => {
    const found = months.find((one) => one.month === month && one.version === by);
    return found === undefined
      ? null
      : (rateOf({ duty: found.duty, abstracted: found.abstractedA })?.words ?? null);
  };
  return months
    .filter((one) => one.version === version && from <= one.month && one.month < until)
    .map(({ month }) => ({ month, before: rateBy(month, before), after: rateBy(month, version) }));
}
