import { addDays, type Day } from "#app/domain/team/day.ts";

/** The day so many days earlier. */
export const daysBefore = (day: Day, days: number): Day => addDays(day, -days);

/** The end of the financial year (31 March) that is `years` full years after the one a day lies in. */
export const financialYearEnd = (day: Day, years: number): Day => {
  const year = Number(day.slice(0, 4));
  const thisEnds = day.slice(5) <= "03-31" ? year : year + 1;
  return `${thisEnds + years}-03-31`;
};
