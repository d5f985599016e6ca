import { addDays, daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";
import { addMonths, monthOf } from "./month.ts";
import { lastPublishable } from "./publishing.ts";

/** What lies further back than so many days, or is published already, takes an inspector and a reason to change. */
const lateAfterDays = 35;

/** Whether a time lies so far back that what it was used for is not simply changed any more. */
export const isLate = (at: Date, now: Date): boolean =>
  daysBetween(londonDay(at), londonDay(now)) > lateAfterDays ||
  monthOf(at) <= lastPublishable("month", londonDay(now));

/** The first day of which what it was used for is simply changed. */
export function firstDayNotLate(now: Date): Day {
  const today = londonDay(now);
  const [notOld, notPublished] = [
    addDays(today, -lateAfterDays),
    addMonths(lastPublishable("month", today), 1),
  ];
  return notOld > notPublished ? notOld : notPublished;
}

/** What an actor may do about a post. */
export interface PostRights {
  /** Confirms the duties of the post: its sergeant. */
  mayConfirm: boolean;
  /** Holds the post. */
  isOwn: boolean;
  /** Corrects what lies far back: its inspector. */
  mayCorrectLate: boolean;
}

/** Whether an actor may log something of a post; `isLateChange` where it touches a time far back. */
export const mayLog = ({ mayConfirm, isOwn, mayCorrectLate }: PostRights, isLateChange: boolean): boolean =>
  mayCorrectLate || (!isLateChange && (mayConfirm || isOwn));

/** Whether an actor may correct or withdraw an entry: an officer only what they wrote themselves, the rest they dispute. */
export const mayChange = (
  { isOwn, ...rights }: PostRights,
  { isLateChange, isOwnWords }: { isLateChange: boolean; isOwnWords: boolean },
): boolean => mayLog({ ...rights, isOwn: isOwn && isOwnWords }, isLateChange);
