import type { RateArea } from "./area.ts";
import type { Month } from "./month.ts";
import {
  bandOf,
  completenessOf,
  deliveredOf,
  rateOf,
  type Completeness,
  type Delivered,
  type Rate,
} from "./rate.ts";
import { isBandedFor, type RateReader } from "./rate-reader.ts";
import type { AreaMonth, RateSums } from "./sums.ts";

/** Hours of a figure, in shares. */
export type RateHours = Omit<RateSums, "duties" | "confirmed"> & { delivered: number };

/** A month of a part of the force as one reader sees it. */
export interface RateFigure {
  area: RateArea;
  month: Month;
  version: number;
  isInForce: boolean;
  /** What a page says: "8.8%", "10.04%, over target", a band, or that there was no duty. */
  words: string;
  /** Null where there was no duty, and where only the band is for the reader. */
  rate: Rate | null;
  /** Per cent, unrounded, for drawing; null as `rate`. */
  percentA: number | null;
  percentB: number | null;
  complete: Completeness | null;
  delivered: Delivered | null;
  /** Null where they are not for the reader. */
  hours: RateHours | null;
}

const noDuty = "No duty";

const percentOf = (part: number, whole: number) => (whole <= 0 ? null : (100 * part) / whole);

/** A figure as a reader sees it. */
export function figureOf(
  row: AreaMonth,
  reader: Pick<RateReader, "isBanded">,
  isKeptBack = false,
): RateFigure {
  const { area, month, version, isInForce, posts, duties, confirmed } = row;
  const a = { duty: row.duty, abstracted: row.abstractedA };
  const shared = { area, month, version, isInForce };
  if (isKeptBack || isBandedFor(reader, posts)) {
    const nothing = {
      complete: null,
      rate: null,
      percentA: null,
      percentB: null,
      delivered: null,
      hours: null,
    };
    return { ...shared, ...nothing, words: bandOf(a) ?? noDuty };
  }
  const rate = rateOf(a);
  const { established, duty, unavailable, abstractedA, abstractedB, exempt, unauthorised, lent } = row;
  return {
    ...shared,
    complete: completenessOf(confirmed, duties),
    words: rate?.words ?? noDuty,
    rate,
    percentA: percentOf(abstractedA, duty),
    percentB: percentOf(abstractedB, duty),
    delivered: deliveredOf({ ...a, established }),
    hours: {
      established,
      duty,
      unavailable,
      abstractedA,
      abstractedB,
      exempt,
      unauthorised,
      lent,
      delivered: duty - abstractedA,
    },
  };
}

/** "16.3%" of a rate that has no target: rate B. */
export const rateBInWords = ({ hours }: Pick<RateFigure, "hours">): string | null => {
  const rate = hours === null ? null : rateOf({ duty: hours.duty, abstracted: hours.abstractedB });
  return rate === null ? null : `${(rate.tenths / 10).toFixed(1)}%`;
};

/** The change between two rates as their tenths have it: "up 1.2 points". Null where one of them is missing. */
export function changeInWords(now: Rate | null, before: Rate | null): string | null {
  if (now === null || before === null) return null;
  const points = now.tenths - before.tenths;
  if (points === 0) return "no change";
  const size = Math.abs(points) / 10;
  return `${points > 0 ? "up" : "down"} ${size.toFixed(1)} ${size === 1 ? "point" : "points"}`;
}
