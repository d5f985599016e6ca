import type { IsoDate } from "./types.ts";

const dayMilliseconds = 86_400_000;

/** The UTC day some whole days before an instant. */
export const daysBefore = (today: Date, days: number): IsoDate =>
  new Date(today.getTime() - days * dayMilliseconds).toISOString().slice(0, 10);

/** The end of the financial year (31 March) that is `years` full years after the one now running. */
export const financialYearEnd = (today: Date, years: number): IsoDate => {
  const thisEnds = today.getUTCMonth() < 3 ? today.getUTCFullYear() : today.getUTCFullYear() + 1;
  return `${thisEnds + years}-03-31`;
};
