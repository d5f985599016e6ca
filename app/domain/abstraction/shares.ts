/** Figures are kept in shares, so that a post that serves several neighbourhoods divides without a remainder. */
export const sharesOfMinute = 100_000;

const tenthsOfHour = 6;

/** Whole minutes, half up. Call it on the sum, never on its parts. */
export const minutesOfShares = (shares: number): number => Math.floor(shares / sharesOfMinute + 0.5);

/** "1,224 hours", "98.4 hours", "1 hour": one decimal, half up. */
export function hoursWords(shares: number): string {
  const hours = Math.floor(shares / (sharesOfMinute * tenthsOfHour) + 0.5) / 10;
  return `${hours.toLocaleString("en-GB", { maximumFractionDigits: 1 })} ${hours === 1 ? "hour" : "hours"}`;
}
