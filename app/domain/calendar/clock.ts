import { londonDayEnd } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { addWorkingDays } from "./bank-holidays.ts";

export const hourMs = 3_600_000;

export const hoursAfter = (from: Date, hours: number): Date => new Date(from.getTime() + hours * hourMs);

/** The end, in London, of the n-th working day after the day of `from`. */
export const workingDeadline = (from: Date, workingDays: number): Date =>
  londonDayEnd(addWorkingDays(londonDay(from), workingDays));

/** A stretch in which a clock stands still, its end not included; null is open. Without a reason it does not count. */
export interface Pause {
  from: Date;
  until: Date | null;
  reason: string;
}

export interface PausableClock {
  startedAt: Date;
  allowedMs: number;
  pauses: readonly Pause[];
}

export interface ClockReading {
  /** Null while the clock stands still with time left. */
  due: Date | null;
  isPaused: boolean;
  /** Negative once it is late. */
  leftMs: number;
  isLate: boolean;
}

const counts = ({ from, until, reason }: Pause, now: Date): boolean =>
  reason.trim() !== "" && from <= now && (until === null || until > from);

/** Where a clock stands. A pause counts from when it begins, and mends nothing that was late by then. */
export function dueAt({ startedAt, allowedMs, pauses }: PausableClock, now: Date): ClockReading {
  const begun = pauses
    .filter((pause) => counts(pause, now))
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  let runsFrom = startedAt.getTime();
  let leftMs = allowedMs;
  for (const { from, until } of begun) {
    const ranMs = Math.max(0, from.getTime() - runsFrom);
    if (ranMs >= leftMs) break;
    leftMs -= ranMs;
    runsFrom = Math.max(runsFrom, until?.getTime() ?? Infinity);
  }
  if (runsFrom > now.getTime() && runsFrom > startedAt.getTime())
    return { due: null, isPaused: true, leftMs, isLate: false };
  const due = new Date(runsFrom + leftMs);
  return { due, isPaused: false, leftMs: due.getTime() - now.getTime(), isLate: now > due };
}
