import { addDays, daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";

/** A duty counts as complete when it is confirmed within so many days after the day on which it ended. */
export const confirmWithinDays = 7;

/** The last day in London on which confirming a duty is in time. */
export const confirmBy = (endsAt: Date): Day => addDays(londonDay(endsAt), confirmWithinDays);

/** Whether confirming a duty at a moment is in time; before it ends, it always is. */
export const isConfirmedInTime = (endsAt: Date, at: Date): boolean =>
  daysBetween(londonDay(endsAt), londonDay(at)) <= confirmWithinDays;
