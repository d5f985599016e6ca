import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import type { Span } from "./month.ts";

// A Monday.
const someMonday = "2001-01-01";

/** The Monday of the week that a day lies in. */
export const weekOf = (day: Day): Day => {
  const past = daysBetween(someMonday, day) % 7;
  return addDays(day, -(past < 0 ? past + 7 : past));
};

/** From a Monday's midnight in London to the next one's. */
export const spanOfWeek = (monday: Day): Span => ({
  from: londonMidnight(monday),
  to: londonMidnight(addDays(monday, 7)),
});

/** The Monday that an address names; null where it names none. */
export function readWeek(words: string | null): Day | null {
  if (words === null || !/^20\d\d-\d\d-\d\d$/.test(words) || Number.isNaN(Date.parse(words))) return null;
  return weekOf(words) === words ? words : null;
}
