import { addDays, type Day } from "#app/domain/team/day.ts";

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Its seven days. */
export const daysOfWeek = (monday: Day): Day[] =>
  Array.from({ length: 7 }, (_, after) => addDays(monday, after));

/** The Monday that an address names, or this week's where it names no day of these years. */
export function readWeek(typed: string | null, today: Day): Day {
  const isDay =
    /^20\d\d-\d\d-\d\d$/.test(typed ?? "") && !Number.isNaN(Date.parse(`${typed ?? ""}T00:00:00Z`));
  return mondayOf(isDay && typed !== null ? typed : today);
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
});
const longFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "Mon 1 Jun" */
export const shortDay = (day: Day): string => dayFormat.format(new Date(`${day}T00:00:00Z`)).replace(",", "");

/** "1 June 2026" */
export const longDay = (day: Day): string => longFormat.format(new Date(`${day}T00:00:00Z`));
