import { hourMs, hoursAfter } from "#app/domain/calendar/clock.ts";
import type { TensionGrade } from "./impact.ts";

const hours: Readonly<Record<TensionGrade, number>> = { low: 7 * 24, medium: 72, high: 24, critical: 24 };

/** The most hours that may pass between two looks at an assessment. */
const mostHoursOf = (tension: TensionGrade): number => hours[tension];

/** "Reviewed within 24 hours", "Reviewed within 3 days". */
export const mostHoursInWords = (tension: TensionGrade): string =>
  `Reviewed within ${longInWords(hours[tension])}`;

/** When an assessment is to be looked at again: after as many hours as was asked, and never later than its tension allows. */
export const reviewDueAfter = (tension: TensionGrade, from: Date, wantedHours: number | null): Date =>
  hoursAfter(from, Math.min(wantedHours ?? hours[tension], hours[tension]));

/** What is wrong with the hours that somebody asked for; null where nothing is. */
export function problemOfHours(tension: TensionGrade, wantedHours: number | null): string | null {
  if (wantedHours === null) return null;
  const most = mostHoursOf(tension);
  return Number.isInteger(wantedHours) && wantedHours >= 1 && wantedHours <= most
    ? null
    : `Enter a whole number of hours from 1 to ${most}, or leave it empty`;
}

/** Hours before its time at which whoever opened an assessment is told that it is due. */
export const hoursOfWarning = 4;

export type ReviewStanding = "closed" | "in-time" | "soon" | "late";

/** Where the next look at an assessment stands; one that is closed has none. */
export function reviewStandingOf(dueAt: Date | null, now: Date): ReviewStanding {
  if (dueAt === null) return "closed";
  if (dueAt < now) return "late";
  return dueAt <= hoursAfter(now, hoursOfWarning) ? "soon" : "in-time";
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;
const dayHours = 24;

// Up to two days are counted in hours: that is how long the next look may wait where tension is high.
const longInWords = (whole: number): string =>
  whole >= 2 * dayHours ? count(Math.floor(whole / dayHours), "day") : count(whole, "hour");

/** "26 hours late", "Due in 3 hours". */
export function standingInWords(dueAt: Date | null, now: Date): string {
  if (dueAt === null) return "Closed";
  const isLate = dueAt < now;
  const whole = Math.floor(Math.abs(dueAt.getTime() - now.getTime()) / hourMs);
  const long = whole === 0 ? "less than an hour" : longInWords(whole);
  return isLate ? `${long} late`.replace(/^l/, "L") : `Due in ${long}`;
}
