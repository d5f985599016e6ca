import type { Code, CodeRule } from "./codes.ts";
import type { PostTime } from "./duty-uses.ts";
import { intervalOf } from "./intervals.ts";
import { monthFigures } from "./month-figures.ts";
import type { Month } from "./month.ts";

interface OwnTime {
  duties: readonly PostTime[];
  /** As they stand, none of them withdrawn. */
  entries: readonly (PostTime & { id: string; code: Code })[];
}

/** The time of an officer in a month, in shares as all figures are. */
export interface OwnTotals {
  duty: number;
  unavailable: number;
  abstractedA: number;
  abstractedB: number;
}

// The officer's figures are of no place: one share holds all of it.
const shares = [{ neighbourhoodId: "", weight: 1 }];

/** An officer's own month by the rules of every other figure, over the posts that they held. */
export function ownTotals(
  { duties, entries }: OwnTime,
  { month, rules }: { month: Month; rules: readonly CodeRule[] },
): OwnTotals {
  const postIds = [...new Set(duties.map(({ postId }) => postId))];
  const { months } = monthFigures(
    postIds.map((id) => ({
      kind: "pc" as const,
      fullTimeEquivalent: 1,
      shares,
      duties: duties
        .filter(({ postId }) => postId === id)
        .map(({ startsAt, endsAt }) => ({
          ...intervalOf({ from: startsAt, to: endsAt }),
          isConfirmedInTime: false,
        })),
      entries: entries
        .filter(({ postId }) => postId === id)
        .map(({ startsAt, endsAt, ...entry }) => ({
          ...intervalOf({ from: startsAt, to: endsAt }),
          id: entry.id,
          code: entry.code,
          responseTeam: null,
          isExempt: false,
          isAuthorised: true,
        })),
    })),
    { month, rules },
  );
  const sum = (name: keyof OwnTotals) => months.reduce((total, one) => total + one[name], 0);
  return {
    duty: sum("duty"),
    unavailable: sum("unavailable"),
    abstractedA: sum("abstractedA"),
    abstractedB: sum("abstractedB"),
  };
}
