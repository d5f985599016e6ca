import { londonDay, type Day } from "#app/domain/team/day.ts";
import type { Month } from "./month.ts";
import { percentUnits } from "./percentage.ts";
import { bandOf, isProvisional, leastPostsForRate, rateOf, type Rate, type RateBand } from "./rate.ts";
import { restatementOf } from "./restatement.ts";
import { spentWords } from "./spent-words.ts";

/** The sums behind a figure, in shares. */
export interface Sums {
  established: number;
  duty: number;
  abstractedA: number;
  abstractedB: number;
  exempt: number;
  lent: number;
  duties: number;
  confirmed: number;
}

/** A figure as it was frozen. Most of it is nobody's to read: what is shown of it, `shownOf` says. */
export interface Frozen extends Sums {
  startsOn: Month;
  publishedAt: Date;
  version: number;
  posts: number;
  restatement: string | null;
}

/** What anybody reads of a neighbourhood's figure: never hours, and of few posts no more than a band. */
export interface ShownFigure {
  /** Few posts: a rate would be about persons. */
  isBanded: boolean;
  /** Null where there was no duty. */
  isBreach: boolean | null;
  isProvisional: boolean;
  /** Null in a band, and where there was no duty. */
  rate: Rate | null;
  /** Null outside a band, and where there was no duty. */
  band: RateBand | null;
  /** How many of every 100 duty hours went to the neighbourhood, in words; null where there was no duty. */
  spent: string | null;
  /** How many of every 100 duty hours were lent to another neighbourhood; null in a band, which says only `isLent`. */
  lent: number | null;
  isLent: boolean;
}

export function shownOf(sums: Pick<Frozen, "posts" | keyof Sums>): ShownFigure {
  const { duty, abstractedA: abstracted, lent, posts } = sums;
  const pooled = { duty, abstracted };
  const rate = rateOf(pooled);
  const isBanded = posts < leastPostsForRate;
  const band = isBanded ? bandOf(pooled) : null;
  return {
    isBanded,
    isBreach: rate?.isBreach ?? null,
    isProvisional: isProvisional(sums.confirmed, sums.duties),
    rate: isBanded ? null : rate,
    band,
    spent: rate === null ? null : spentWords(pooled, band),
    lent: isBanded || duty <= 0 ? null : Number(percentUnits({ part: lent, whole: duty }, 0)),
    isLent: lent > 0,
  };
}

/** One state of a figure in public. */
export interface Revision<Shown> {
  publishedOn: Day;
  /** Why it was published anew; null for the first. */
  restatement: string | null;
  shown: Shown;
}

/**
 * What was published of one period, the first first. A revision that shows the same as the one before it is no news;
 * and that it was made at all could tell whose hours those are that a larger area was restated by.
 */
export function revisionsOf<Row extends Frozen, Shown>(
  rows: readonly Row[],
  show: (row: Row) => Shown,
): Revision<Shown>[] {
  const revisions: Revision<Shown>[] = [];
  let last: { row: Row; at: number } | null = null;
  for (const [at, row] of rows.entries()) {
    const shown = show(row);
    const before = revisions.at(-1);
    if (before !== undefined && JSON.stringify(before.shown) === JSON.stringify(shown)) continue;
    const publishedOn = londonDay(row.publishedAt);
    // What was kept back lies between: its own words would tell of a change from something that nobody read.
    const restatement =
      last === null || last.at === at - 1
        ? row.restatement
        : restatementOf({ before: last.row, after: row, on: publishedOn });
    revisions.push({ publishedOn, restatement, shown });
    last = { row, at };
  }
  return revisions;
}

/** The day from which a period has been over the target: of a late correction, the correction's. Null where it is not. */
export function overSince(
  revisions: readonly { publishedOn: Day; shown: { isBreach: boolean | null } }[],
): Day | null {
  let since: Day | null = null;
  for (const { publishedOn, shown } of revisions)
    since = shown.isBreach === true ? (since ?? publishedOn) : null;
  return since;
}
