import { addDays, type Day } from "#app/domain/team/day.ts";
import type { ToldGroup } from "./groups.ts";

const years = 2;
const weekDays = 7;
const monthDays = 365.25 / 12;

/** The Monday after a day. */
const nextMonday = (day: Day): Day =>
  addDays(day, weekDays - ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));

// From Christmas to the new year nobody meets.
const isHoliday = (day: Day) => day.slice(5) >= "12-24" || day.slice(5) <= "01-02";
const offHoliday = (day: Day): Day => (isHoliday(day) ? offHoliday(addDays(day, weekDays)) : day);

/** The days on which a group met in two years, the same day of the week each time, and the next one. */
export function meetingDays(
  { weekday, weeksAhead, monthsBetween }: Pick<ToldGroup, "weekday" | "weeksAhead" | "monthsBetween">,
  today: Day,
): { past: Day[]; next: Day } {
  const ahead = addDays(nextMonday(today), weekday + weekDays * weeksAhead);
  const count = (years * 12) / monthsBetween;
  const days = Array.from({ length: count + 2 }, (_, back) =>
    offHoliday(addDays(ahead, -weekDays * Math.round((monthDays * monthsBetween * back) / weekDays))),
  );
  const past = [...new Set(days)].filter((day) => day < today).sort();
  const [next = ahead] = days.filter((day) => day > today).sort();
  return { past: past.slice(-count), next };
}
