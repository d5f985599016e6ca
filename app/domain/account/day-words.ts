import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const momentFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});

/** "24 November 2026". */
export const dayInWords = (day: Day): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

/** An instant on the clock in London: "24 November 2026, 15:04:05". */
export function momentInWords(instant: Date): string {
  const parts = new Map(momentFormat.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return `${part("day")} ${part("month")} ${part("year")}, ${part("hour")}:${part("minute")}:${part("second")}`;
}

/** From one day to another in words; null is open. */
export const daysInWords = (startsOn: Day, endsOn: Day | null): string =>
  endsOn === null ? `From ${dayInWords(startsOn)}` : `${dayInWords(startsOn)} to ${dayInWords(endsOn)}`;

const hourMs = 3_600_000;

/** The instant at which a day begins in London. */
export function londonMidnight(day: Day): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const inSummer = new Date(utc - hourMs);
  return londonDay(inSummer) === day ? inSummer : new Date(utc);
}

/** The instant at which a day is over in London. */
export const londonDayEnd = (day: Day): Date => londonMidnight(addDays(day, 1));
