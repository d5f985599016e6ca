import { londonDayEnd } from "#app/domain/account/day-words.ts";
import type { FieldError } from "#app/domain/account/change.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";

export interface PromiseSettings {
  /** Hours to a meaningful answer, nights and weekends included (the Neighbourhood Policing Guarantee). */
  answerHours: number;
  /** Hours from the breach until the inspector has it without anybody's doing. */
  inspectorAfterHours: number;
  /** How many days ahead a delay may put the answer at most. */
  mostDelayDays: number;
}

export const defaultPromiseSettings: PromiseSettings = {
  answerHours: 72,
  inspectorAfterHours: 24,
  mostDelayDays: 14,
};

/** A new date and the reason, as the resident was told them. */
export interface HonestDelay {
  toldAt: Date;
  until: Date;
  reason: string;
}

/** A thread as far as its promise depends on it. Opening it again begins a new promise, with nothing of the last. */
export interface PromisedThread {
  /** When the message was received, or opened again. */
  askedAt: Date;
  /** When it was answered, redirected, or closed by the resident. */
  settledAt: Date | null;
  delay: HonestDelay | null;
  /** When the resident took it to the inspector. */
  escalatedAt: Date | null;
}

export type PromiseState = "waiting" | "answered" | "delayed" | "missed";
export const promiseLevels = ["team", "sergeant", "inspector"] as const;
export type PromiseLevel = (typeof promiseLevels)[number];

export interface PromiseReading {
  state: PromiseState;
  /** When the answer is due, or was: 72 hours after asking, or the new date of a delay told in time. */
  due: Date;
  /** Of a delay told in time; null without one. */
  delayReason: string | null;
  /** Whether it was or will be kept as first promised: what is counted. */
  isWithinPromise: boolean;
  level: PromiseLevel;
  /** Whether the resident sees the button that takes it to the inspector. */
  mayEscalate: boolean;
}

export const promisedBy = (askedAt: Date, { answerHours }: PromiseSettings): Date =>
  hoursAfter(askedAt, answerHours);

/** A delay counts only when it was told, with a reason, before the promise ran out. */
const isHonest = ({ toldAt, until, reason }: HonestDelay, promised: Date): boolean =>
  reason.trim() !== "" && toldAt <= promised && until > promised;

function levelAt(thread: PromisedThread, due: Date, at: Date, settings: PromiseSettings): PromiseLevel {
  if (at <= due) return "team";
  const isPressed = thread.escalatedAt !== null && thread.escalatedAt <= at;
  return isPressed || at >= hoursAfter(due, settings.inspectorAfterHours) ? "inspector" : "sergeant";
}

/** How the promise to answer stands; once there is an answer it stands still. */
export function promiseOf(
  thread: PromisedThread,
  now: Date,
  settings: PromiseSettings = defaultPromiseSettings,
): PromiseReading {
  const promised = promisedBy(thread.askedAt, settings);
  const delay = thread.delay !== null && isHonest(thread.delay, promised) ? thread.delay : null;
  const due = delay?.until ?? promised;
  const at = thread.settledAt ?? now;
  const level = levelAt(thread, due, at, settings);
  const isMissed = thread.settledAt === null && at > due;
  const openState = delay === null ? "waiting" : "delayed";
  const keptState = thread.settledAt === null ? openState : "answered";
  return {
    state: isMissed ? "missed" : keptState,
    due,
    delayReason: delay?.reason ?? null,
    isWithinPromise: at <= promised,
    level,
    mayEscalate: isMissed && level !== "inspector",
  };
}

/** The instant that a delay to a day puts the answer to. */
export const delayedUntil = (day: Day): Date => londonDayEnd(day);

/** What is wrong with a delay; nothing when all is well. One promise is put off once, and before it is broken. */
export function problemsOfDelay(
  { until, reason }: { until: Day; reason: string },
  thread: PromisedThread,
  now: Date,
  settings: PromiseSettings = defaultPromiseSettings,
): FieldError[] {
  const promised = promisedBy(thread.askedAt, settings);
  if (thread.settledAt !== null) return [{ field: "form", message: "This message has its answer already" }];
  if (thread.delay !== null)
    return [{ field: "form", message: "An answer can be put off once: answer, even if not all is known" }];
  if (now > promised)
    return [{ field: "form", message: "The answer is late already: answer, even if not all is known" }];
  const problems: FieldError[] = [];
  if (delayedUntil(until) <= promised)
    problems.push({ field: "until", message: "The new date must be later than the one first promised" });
  else if (until > addDays(londonDay(now), settings.mostDelayDays))
    problems.push({
      field: "until",
      message: `The new date must be within ${settings.mostDelayDays} days from today`,
    });
  if (reason.trim() === "")
    problems.push({ field: "reason", message: "Enter the reason, as the resident will read it" });
  return problems;
}
