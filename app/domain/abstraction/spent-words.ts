import { percentUnits } from "./percentage.ts";
import { rateOf, targetPercent, type Pooled, type RateBand } from "./rate.ts";

/** At least so many of every 100 duty hours are promised to the neighbourhood. */
export const promised = 100 - targetPercent;

const bandWords: Readonly<Record<RateBand, string>> = {
  "5% or less": "95 or more",
  "over 5% to 10%": "at least 90, but fewer than 95,",
  "over 10% to 15%": "at least 85, but fewer than 90,",
  "over 15%": "fewer than 85",
};

/**
 * How many of every 100 duty hours were spent on the neighbourhood. Rounded, but never so that a broken promise looks
 * kept, nor that all or none seems to be what is not. Call it where there was duty.
 */
export function spentWords(pooled: Pooled, band: RateBand | null): string {
  if (band !== null) return bandWords[band];
  const { duty, abstracted } = pooled;
  const spent = Number(percentUnits({ part: duty - abstracted, whole: duty }, 0));
  if (rateOf(pooled)?.isBreach === true && spent >= promised) return `just under ${promised}`;
  if (spent === 100 && abstracted > 0) return "more than 99";
  if (spent === 0 && abstracted < duty) return "fewer than 1";
  return String(spent);
}

const bandLabels: Readonly<Record<RateBand, string>> = {
  "5% or less": "95+",
  "over 5% to 10%": "90–95",
  "over 10% to 15%": "85–90",
  "over 15%": "<85",
};

/** The same, as short as it stands in a drawing: "91", "<90", "85–90". */
export const spentLabel = (spent: string, band: RateBand | null): string =>
  band === null
    ? spent.replace("just under ", "<").replace("more than ", ">").replace("fewer than ", "<")
    : bandLabels[band];
