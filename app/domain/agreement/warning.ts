import { daysBetween, type Day } from "#app/domain/team/day.ts";

/** How many days before its last one an agreement's keepers, chairs and agency leads are warned; the longest first. */
export const warningDays = [60, 30, 7] as const;

/**
 * Which warning is due on a day, of those not sent for this end. One that was missed is sent late, but only the nearest:
 * nobody is told of sixty days when twenty are left.
 */
export function warningDue(reviewBy: Day, today: Day, sent: readonly number[]): number | null {
  const left = daysBetween(today, reviewBy);
  if (left < 0) return null;
  const nearest = warningDays.filter((days) => left <= days).at(-1);
  return nearest === undefined || sent.includes(nearest) ? null : nearest;
}
