/** A part of a whole, in the same unit: minutes or shares. Sums of two years of a force pass 2^53 when multiplied. */
export interface Part {
  part: number;
  whole: number;
}

const hundred = 100n;

/** How many per cent, in units of so many decimals, rounded half up: 1,004 of 10,000 is 1004 at two decimals. */
export function percentUnits({ part, whole }: Part, decimals: number): bigint {
  const scaled = BigInt(part) * hundred * 10n ** BigInt(decimals);
  const divisor = BigInt(whole);
  return (scaled * 2n + divisor) / (divisor * 2n);
}

/** The same, rounded down: what has to reach a mark never seems to have reached it. */
export const percentUnitsDown = ({ part, whole }: Part, decimals: number): bigint =>
  (BigInt(part) * hundred * 10n ** BigInt(decimals)) / BigInt(whole);

/** "10.04%" of 1004 at two decimals. */
export function percentWords(units: bigint, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, "0");
  return decimals === 0 ? `${digits}%` : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}%`;
}

/** More than so many per cent, on the unrounded value. */
export const isOverPercent = ({ part, whole }: Part, percent: number): boolean =>
  BigInt(part) * hundred > BigInt(percent) * BigInt(whole);
