import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";

/** A calendar month in London, named by its first day, "2026-11-01". */
export type Month = Day;

/** A stretch of time, its end not included. */
export interface Span {
  from: Date;
  to: Date;
}

export const monthOfDay = (day: Day): Month => `${day.slice(0, 7)}-01`;

/** The month that it is in London at an instant. */
export const monthOf = (instant: Date): Month => monthOfDay(londonDay(instant));

/** The month so many months later (or earlier, when negative). */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}-01`;
}

/** From midnight to midnight in London. */
export const spanOfMonth = (month: Month): Span => ({
  from: londonInstant(month, 0),
  to: londonInstant(addMonths(month, 1), 0),
});

/** Every month that a stretch touches, the earliest first. */
export function monthsOf({ from, to }: Span): Month[] {
  if (to <= from) return [];
  const last = monthOf(new Date(to.getTime() - 1));
  const months = [monthOf(from)];
  for (let next = addMonths(monthOf(from), 1); next <= last; next = addMonths(next, 1)) months.push(next);
  return months;
}

/** The first month of the quarter that a month lies in: January, April, July or October. */
export const quarterOf = (month: Month): Month => {
  const first = Math.floor((Number(month.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${month.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
};
