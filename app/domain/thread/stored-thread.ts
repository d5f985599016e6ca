import { hoursAfter } from "#app/domain/calendar/clock.ts";
import type { PromisedThread, PromiseLevel, PromiseSettings } from "./promise.ts";

/** The times of a thread as the database keeps them; `dueAt` is what was first promised. */
export interface StoredTimes {
  dueAt: Date;
  delayedUntil: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  escalatedAt: Date | null;
}

/**
 * A stored thread as its promise reads it. A delay is stored only when it was told in time and with a reason; the
 * reason itself stands among what was written, and is not asked for where only the clock is shown.
 */
export function promisedOf(
  { dueAt, delayedUntil, answeredAt, closedAt, escalatedAt }: StoredTimes,
  { answerHours }: PromiseSettings,
  delayReason: string | null = null,
): PromisedThread {
  const askedAt = hoursAfter(dueAt, -answerHours);
  return {
    askedAt,
    settledAt: answeredAt ?? closedAt,
    delay:
      delayedUntil === null
        ? null
        : { toldAt: askedAt, until: delayedUntil, reason: delayReason ?? "A reason was given." },
    escalatedAt,
  };
}

/** Answered threads that stay quiet so long are closed by the platform; the resident can open them again. */
export const closesAfterDays = 28;

/** What is longer is a letter: it fits beside the code that proves whose it is. */
export const longestMessage = 2_000;

const levelsOf: Readonly<Partial<Record<string, readonly PromiseLevel[]>>> = {
  constable: ["team"],
  sergeant: ["team", "sergeant"],
  inspector: ["inspector"],
};

/** Whose turn a thread can be for it to be mine, by the roles that I hold. */
export const levelsOfRoles = (roles: readonly string[]): readonly PromiseLevel[] => [
  ...new Set(roles.flatMap((role) => levelsOf[role] ?? [])),
];
