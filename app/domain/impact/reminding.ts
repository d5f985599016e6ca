import { hourMs, hoursAfter } from "#app/domain/calendar/clock.ts";
import { hoursOfWarning } from "./review.ts";

const dayMs = 24 * hourMs;

/** Whether whoever owes a review is to be told now: once before it is due, once when it is, then each day that it is late. */
export function isToTellOfReview(dueAt: Date, lastTold: Date | null, now: Date): boolean {
  const warnedFrom = hoursAfter(dueAt, -hoursOfWarning);
  if (now < warnedFrom) return false;
  const daysLate = Math.floor((now.getTime() - dueAt.getTime()) / dayMs);
  const from = now < dueAt ? warnedFrom : new Date(dueAt.getTime() + daysLate * dayMs);
  return lastTold === null || lastTold < from;
}
