import type { Code } from "./codes.ts";
import { percentUnits, percentWords } from "./percentage.ts";

/** Time that one code took (for response cover, to help one response team), in shares. */
export interface CodeSum {
  code: Code;
  words: string;
  countsA: boolean;
  countsB: boolean;
  shares: number;
  /** Null for all but response cover. */
  responseTeam: string | null;
}

/** One of several causes, the greatest first, with its part of all of them. */
export interface Cause {
  key: string;
  words: string;
  shares: number;
  /** "41.5%" of all. */
  part: string;
  /** Of all, with those before it; "78.0%". */
  upTo: string;
  /** For drawing: from 0 to 100. */
  percent: number;
  percentUpTo: number;
}

const percentOf = (part: number, whole: number) => percentWords(percentUnits({ part, whole }, 1), 1);

/** Orders sums as a Pareto chart has them: from the greatest, each with what those up to it come to. */
export function paretoOf(sums: readonly { key: string; words: string; shares: number }[]): Cause[] {
  const merged = new Map<string, { key: string; words: string; shares: number }>();
  for (const sum of sums) {
    const before = merged.get(sum.key)?.shares ?? 0;
    merged.set(sum.key, { ...sum, shares: before + sum.shares });
  }
  const ordered = [...merged.values()]
    .filter(({ shares }) => shares > 0)
    .sort((one, other) => other.shares - one.shares || one.key.localeCompare(other.key, "en-GB"));
  const whole = ordered.reduce((sum, { shares }) => sum + shares, 0);
  let upTo = 0;
  return ordered.map((cause) => {
    upTo += cause.shares;
    return {
      ...cause,
      part: percentOf(cause.shares, whole),
      upTo: percentOf(upTo, whole),
      percent: (100 * cause.shares) / whole,
      percentUpTo: (100 * upTo) / whole,
    };
  });
}

/** What counts in rate A, by code. */
export const causesOf = (codes: readonly CodeSum[]): Cause[] =>
  paretoOf(
    codes.filter(({ countsA }) => countsA).map(({ code, words, shares }) => ({ key: code, words, shares })),
  );

/** What counts in rate B alone, by code. */
export const onlyInB = (codes: readonly CodeSum[]): Cause[] =>
  paretoOf(
    codes
      .filter(({ countsA, countsB }) => countsB && !countsA)
      .map(({ code, words, shares }) => ({ key: code, words, shares })),
  );

/** Response cover by the response team whose shortfall it filled. */
export const shortfallsOf = (codes: readonly CodeSum[]): Cause[] =>
  paretoOf(
    codes.flatMap(({ responseTeam, shares }) =>
      responseTeam === null ? [] : [{ key: responseTeam, words: responseTeam, shares }],
    ),
  );

/** The fewest causes that come to four fifths of all: "R1 and C1 make up 81.2% of it." Null where there is none. */
export function paretoInWords(causes: readonly Cause[]): string | null {
  const at = causes.findIndex(({ percentUpTo }) => percentUpTo >= 80);
  const few = causes.slice(0, at + 1);
  const last = few.at(-1);
  if (last === undefined) return null;
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
  return few.length === 1
    ? `${last.key} alone makes up ${last.upTo} of it.`
    : `${list.format(few.map(({ key }) => key))} make up ${last.upTo} of it.`;
}
