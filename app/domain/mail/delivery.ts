import { purposeOf } from "./mail.ts";

/**
 * How an attempt ended. `temporary`: certainly not sent, worth another try; `permanent`: refused for good; `unsure`:
 * nobody knows whether it went.
 */
export type Outcome = { kind: "sent" } | { kind: "temporary" | "permanent" | "unsure"; error: string };

/** What has been tried so far, the attempt in hand included. */
export interface Tried {
  attempts: number;
  /** Attempts after which nobody knows whether the message went. */
  unsureAttempts: number;
}

export type NextStep =
  | { status: "sent" }
  | { status: "queued"; nextAttemptAt: Date; unsureAttempts: number; error: string }
  | { status: "dead"; unsureAttempts: number; error: string };

const minuteMs = 60_000;
const firstWaitMs = minuteMs;
const growth = 4;
const longestWaitMs = 360 * minuteMs;
/** The waits add up to two days and three quarters: a weekend without a mail server loses nothing. */
export const mostAttempts = 16;
/** One repeat, which the reader's mail program knows by its Message-ID; never a second. */
const mostUnsureAttempts = 2;

/** How long to wait after so many attempts, in milliseconds; `chance` (0 to 1) spreads them by a fifth either way. */
export function waitMs(attempts: number, chance: number): number {
  const wait = Math.min(longestWaitMs, firstWaitMs * growth ** (attempts - 1));
  return Math.round(wait * (0.8 + 0.4 * chance));
}

/** What becomes of a message after an attempt. */
export function afterAttempt(tried: Tried, outcome: Outcome, now: Date, chance: number): NextStep {
  if (outcome.kind === "sent") return { status: "sent" };
  const { error } = outcome;
  const unsureAttempts = tried.unsureAttempts + (outcome.kind === "unsure" ? 1 : 0);
  const isOver =
    outcome.kind === "permanent" || unsureAttempts >= mostUnsureAttempts || tried.attempts >= mostAttempts;
  return isOver
    ? { status: "dead", unsureAttempts, error }
    : {
        status: "queued",
        nextAttemptAt: new Date(now.getTime() + waitMs(tried.attempts, chance)),
        unsureAttempts,
        error,
      };
}

/** Why a message that was just taken up is not to be sent at all; null where nothing speaks against it. */
export function reasonNotToSend(
  message: Tried & { purpose: string; createdAt: Date },
  now: Date,
): string | null {
  if (message.unsureAttempts >= mostUnsureAttempts) return "twice begun, and nobody knows whether it went";
  const usefulForMs = purposeOf(message.purpose)?.usefulForMs;
  return usefulForMs !== undefined && now.getTime() - message.createdAt.getTime() > usefulForMs
    ? "too late to be of use"
    : null;
}
