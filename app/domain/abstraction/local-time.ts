import type { Day } from "#app/domain/team/day.ts";

/** Which of the two hours that autumn has twice. */
export const clockSides = ["before", "after"] as const;
export type ClockSide = (typeof clockSides)[number];

/** What a time of a day in London can mean: one instant, either of two (clocks go back), or none (clocks go forward). */
export type LocalTime =
  { kind: "one"; at: Date } | { kind: "two"; before: Date; after: Date } | { kind: "none" };

const minuteMs = 60_000;
const hourMinutes = 60;

// why: of all locales the Swedish one writes a moment as ISO 8601 does.
const shownFormat = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** The instants at which clocks in London show a day and a minute of it. */
export function localTime(day: Day, minutes: number): LocalTime {
  const asWinter = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  const wanted = new Date(asWinter).toISOString().slice(0, 16).replace("T", " ");
  const instants = [asWinter - hourMinutes * minuteMs, asWinter]
    .map((at) => new Date(at))
    .filter((at) => shownFormat.format(at) === wanted);
  const [first, second] = instants;
  if (first === undefined) return { kind: "none" };
  return second === undefined ? { kind: "one", at: first } : { kind: "two", before: first, after: second };
}
