/** A calendar day in the force's own time, "2026-11-23". Days compare as text. */
export type Day = string;

const dayMs = 86_400_000;
// why: en-CA is the locale whose short date is ISO 8601.
const londonFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day it is in London at an instant. */
export const londonDay = (instant: Date): Day => londonFormat.format(instant);

/** The day so many days later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** The same day of the next year; from 29 February, the 28th. */
export function yearAfter(day: Day): Day {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return day.endsWith("-02-29") ? next.replace("-29", "-28") : next;
}
