import { addMonths, type Month } from "./month.ts";
import type { RateFigure } from "./rate-figure.ts";

/** So many months are shown. */
const shownMonths = 24;

export interface SeriesMonth {
  month: Month;
  /** Null where nothing is recorded: no nought. */
  figure: RateFigure | null;
  isRestated: boolean;
}

/** Where another definition begins. */
export interface SeriesBreak {
  month: Month;
  version: number;
}

export interface RateSeries {
  months: SeriesMonth[];
  breaks: SeriesBreak[];
  /** The months before a break, worked out once more with the definition that begins there. */
  again: { version: number; figures: RateFigure[] }[];
}

export const firstShown = (last: Month): Month => addMonths(last, 1 - shownMonths);

/** The figures of one part of the force, month by month up to `last`. */
export function seriesOf(
  figures: readonly RateFigure[],
  restated: readonly Month[],
  last: Month,
): RateSeries {
  const inForce = new Map(figures.filter(({ isInForce }) => isInForce).map((one) => [one.month, one]));
  const months = Array.from({ length: shownMonths }, (_, at) => {
    const month = addMonths(firstShown(last), at);
    return { month, figure: inForce.get(month) ?? null, isRestated: restated.includes(month) };
  });
  const known = months.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  const breaks = known.flatMap(({ month, version }, at) => {
    const before = known[at - 1];
    return before === undefined || before.version === version ? [] : [{ month, version }];
  });
  const again = breaks.flatMap(({ version }) => {
    const recomputed = figures.filter((one) => !one.isInForce && one.version === version);
    return recomputed.length === 0 ? [] : [{ version, figures: recomputed }];
  });
  return { months, breaks, again };
}

/**
 * What can be held against the last month: complete figures of its definition, those of before it as worked out with
 * it. Months that are not confirmed enough are left out: they would look like an improvement.
 */
export function comparableOf({ months, again }: RateSeries): RateFigure[] {
  const known = months.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  const version = known.at(-1)?.version;
  const recomputed = again.find((one) => one.version === version)?.figures ?? [];
  return [...recomputed, ...known.filter((one) => one.version === version)].filter(
    ({ percentA, complete }) => percentA !== null && complete?.isProvisional !== true,
  );
}
