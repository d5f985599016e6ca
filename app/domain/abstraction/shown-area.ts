import { percentUnits, percentWords } from "./percentage.ts";
import { completenessOf, deliveredOf, leastPostsForRate } from "./rate.ts";
import { sharesOfMinute } from "./shares.ts";
import { shownOf, type Frozen, type ShownFigure } from "./shown-figure.ts";

/** Hours of an area in steps of fifty, as anybody reads them: a restatement by a day's work must not show. */
export interface ShownHours {
  duty: number;
  abstracted: number;
  /** Part of `abstracted`: in a declared incident. It counts all the same. Null where it is so little that it could be one person's. */
  exempt: number | null;
  /** Neighbourhood duty done, of what the posts are established for: "78.4%". */
  delivered: string | null;
}

/** What anybody reads of the month of the force or a BCU. */
export interface ShownArea extends Pick<
  ShownFigure,
  "isBanded" | "isBreach" | "isProvisional" | "rate" | "band"
> {
  /** The rate that other forces compare: "16.3%". It has no target here. */
  rateB: string | null;
  /** How many of the duties were accounted for in time. */
  complete: string | null;
  /** Null where they could be about one or two persons. */
  hours: ShownHours | null;
}

/**
 * Whether the hours of a month's BCUs may be read: those of one that has few posts would be the rest of the force's, and
 * those of one that is a single neighbourhood would be the neighbourhood's, which has none in public.
 */
export const haveHours = (areas: readonly (Pick<Frozen, "posts"> & { neighbourhoods?: number })[]): boolean =>
  areas.every(({ posts, neighbourhoods }) => posts >= leastPostsForRate && neighbourhoods !== 1);

const step = 50;
const hoursOf = (shares: number) => Math.floor(shares / (60 * sharesOfMinute * step) + 0.5) * step;

export function shownAreaOf(row: Frozen, { hasHours }: { hasHours: boolean }): ShownArea {
  const { isBanded, isBreach, isProvisional, rate, band } = shownOf(row);
  const { duty, abstractedA: abstracted, established } = row;
  const isShown = hasHours && !isBanded;
  return {
    isBanded,
    isBreach,
    isProvisional,
    rate,
    band,
    rateB: rate === null ? null : percentWords(percentUnits({ part: row.abstractedB, whole: duty }, 1), 1),
    complete: isBanded ? null : (completenessOf(row.confirmed, row.duties)?.words ?? null),
    hours: isShown
      ? {
          duty: hoursOf(duty),
          abstracted: hoursOf(abstracted),
          exempt: row.exempt < step * 60 * sharesOfMinute ? null : hoursOf(row.exempt),
          delivered: deliveredOf({ duty, abstracted, established })?.words ?? null,
        }
      : null,
  };
}
