import type { Day } from "#app/domain/team/day.ts";

/** The first day of the month that a day lies in. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The first day of the month so many months later (or earlier, when negative). */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** How many months one day's month is after another's. */
export function monthsFrom(from: Day, to: Day): number {
  const [year = 0, month = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = to.split("-").map(Number);
  return 12 * (toYear - year) + toMonth - month;
}

/** The first days of the months from one to another, both with them. */
export const monthsOf = (first: Day, last: Day): Day[] =>
  Array.from({ length: Math.max(0, monthsFrom(first, last) + 1) }, (_, at) => addMonths(first, at));

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "March 2026". */
export const monthInWords = (day: Day): string => monthFormat.format(new Date(`${day}T00:00:00Z`));

/** "3 March 2026". */
export const dayInWords = (day: Day): string => dayFormat.format(new Date(`${day}T00:00:00Z`));
