import type { Day } from "#app/domain/team/day.ts";

/** The first day of the month that is so many months after the one a day lies in. */
export const monthOf = (day: Day, monthsLater = 0): Day =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + monthsLater, 1))
    .toISOString()
    .slice(0, 10);

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** "June to August 2026", or "June 2026", of the months that begin on two days. */
export function monthsInWords(first: Day, last: Day): string {
  const [from, to] = [first, last].map((day) => monthFormat.format(new Date(`${day}T00:00:00Z`)));
  if (first === last) return `${from ?? ""} ${first.slice(0, 4)}`;
  const [fromYear, toYear] = [first.slice(0, 4), last.slice(0, 4)];
  return `${from ?? ""}${fromYear === toYear ? "" : ` ${fromYear}`} to ${to ?? ""} ${toYear}`;
}
