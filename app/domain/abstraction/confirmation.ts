import { londonMidnight } from "#app/domain/account/day-words.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import type { Confirmation } from "./words.ts";

/** How many days after the day on which a duty ended it may still be confirmed in time. */
export const confirmWithinDays = 7;

/** The last day in London on which confirming a duty is in time. */
export const lastDayToConfirm = (endsAt: Date): Day => addDays(londonDay(endsAt), confirmWithinDays);

/** Whether a duty that is confirmed at an instant counts as complete. */
export const isInTime = (endsAt: Date, at: Date): boolean => londonDay(at) <= lastDayToConfirm(endsAt);

/** A duty that ended before this and is not confirmed is late. */
export const lateBefore = (now: Date): Date => londonMidnight(addDays(londonDay(now), -confirmWithinDays));

/** How a duty is accounted for with so many entries in it. */
export const confirmationWith = (entries: number): Confirmation => (entries > 0 ? "logged" : "nil");
