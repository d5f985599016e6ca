import { isOverPercent, percentUnits, percentUnitsDown, percentWords, type Part } from "./percentage.ts";

/** No more than this of the duty of a neighbourhood is to go to other work; exactly as much complies. */
export const targetPercent = 10;
/** With less than this of its duties accounted for, a figure is provisional. */
export const leastComplete = 95;

/** Time of a scope and a period, summed before anything is divided: in minutes or in shares, never mixed. */
export interface Pooled {
  duty: number;
  abstracted: number;
}

export interface Rate {
  /** Over the target, on the unrounded value. */
  isBreach: boolean;
  /** Tenths of a per cent, half up: for charts and sorting, never for the test against the target. */
  tenths: number;
  /** "9.8%", "10.04%, over target": what a page says. */
  words: string;
}

/** The rate of pooled time; null where there was no duty, which is no rate and not nought. */
export function rateOf({ duty, abstracted }: Pooled): Rate | null {
  if (duty <= 0) return null;
  const part: Part = { part: abstracted, whole: duty };
  const isBreach = isOverPercent(part, targetPercent);
  return {
    isBreach,
    tenths: Number(percentUnits(part, 1)),
    words: isBreach ? `${overWords(part)}, over target` : percentWords(percentUnits(part, 1), 1),
  };
}

const mostDecimals = 4;

/** With as many decimals as it takes to see that it is more than the target, or in words where they would be too many. */
function overWords(part: Part): string {
  let decimals = 1;
  while (percentUnits(part, decimals) <= BigInt(targetPercent) * 10n ** BigInt(decimals)) {
    if (decimals === mostDecimals) return `just over ${targetPercent}%`;
    decimals++;
  }
  return percentWords(percentUnits(part, decimals), decimals);
}

export interface Completeness {
  /** Tenths of a per cent, rounded down. */
  tenths: number;
  words: string;
  isProvisional: boolean;
}

/** How much of the duties was accounted for in time; null, no figure, where there were none. */
export function completenessOf(confirmed: number, duties: number): Completeness | null {
  if (duties <= 0) return null;
  const units = percentUnitsDown({ part: confirmed, whole: duties }, 1);
  return {
    tenths: Number(units),
    words: percentWords(units, 1),
    isProvisional: isProvisional(confirmed, duties),
  };
}

/** Too little is accounted for. Of no duties there is no figure, and none is provisional. */
export const isProvisional = (confirmed: number, duties: number): boolean =>
  BigInt(confirmed) * 100n < BigInt(leastComplete) * BigInt(duties);

export interface Delivered {
  tenths: number;
  words: string;
}

/** Neighbourhood duty done, of what is established; null where nothing is. */
export function deliveredOf({
  duty,
  abstracted,
  established,
}: Pooled & { established: number }): Delivered | null {
  if (established <= 0) return null;
  const units = percentUnits({ part: duty - abstracted, whole: established }, 1);
  return { tenths: Number(units), words: percentWords(units, 1) };
}

/** With fewer posts than this a rate would be about persons: residents read a band. */
export const leastPostsForRate = 3;

export const rateBands = ["5% or less", "over 5% to 10%", "over 10% to 15%", "over 15%"] as const;
export type RateBand = (typeof rateBands)[number];

/** The band of a rate: exactly 5, 10 or 15 per cent lies in the lower one. Null where there was no duty. */
export function bandOf({ duty, abstracted }: Pooled): RateBand | null {
  if (duty <= 0) return null;
  const part: Part = { part: abstracted, whole: duty };
  if (isOverPercent(part, 15)) return "over 15%";
  if (isOverPercent(part, targetPercent)) return "over 10% to 15%";
  return isOverPercent(part, 5) ? "over 5% to 10%" : "5% or less";
}
