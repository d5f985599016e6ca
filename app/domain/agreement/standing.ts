import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import type { AgreementState } from "./agreement.ts";

/** Where an agreement stands on a day: what is kept of it, and what follows from the day. */
export type Standing = "draft" | "signed" | "due-review" | "expired" | "terminated";

export const standingWords: Readonly<Record<Standing, string>> = {
  draft: "Not signed",
  signed: "Signed",
  "due-review": "Due for review",
  expired: "Lapsed",
  terminated: "Terminated",
};

/** How long before its last day an agreement is due for review. */
export const reviewWithinDays = 60;

/** An agreement as far as its standing depends on it. */
export interface KeptAgreement {
  state: AgreementState;
  startsOn: Day | null;
  /** The last day it holds. */
  reviewBy: Day | null;
}

/** Where an agreement stands on a day. One that is signed and begins later stands as signed: nobody shares by it yet. */
export function standingOf({ state, reviewBy }: KeptAgreement, today: Day): Standing {
  if (state === "terminated") return "terminated";
  if (state === "draft" || reviewBy === null) return "draft";
  if (reviewBy < today) return "expired";
  return addDays(reviewBy, -reviewWithinDays) <= today ? "due-review" : "signed";
}

/** Whether anything is shared by an agreement on a day. */
export const isInForceOn = ({ state, startsOn, reviewBy }: KeptAgreement, day: Day): boolean =>
  state === "signed" && startsOn !== null && startsOn <= day && reviewBy !== null && reviewBy >= day;

/** The first day of an agreement that is signed and is not in force yet; null for any other. */
export const beginsAfter = ({ state, startsOn }: KeptAgreement, today: Day): Day | null =>
  state === "signed" && startsOn !== null && startsOn > today ? startsOn : null;

/** A party to an agreement, and what ended the agreement for everybody. */
export interface KeptParty extends KeptAgreement {
  madeAt: Date;
  terminatedAt: Date | null;
  signedOn: Day | null;
  leftAt: Date | null;
}

export const shutWhys = ["expired", "terminated", "left", "unsigned"] as const;
export type ShutWhy = (typeof shutWhys)[number];

/** Why a party shares nothing by an agreement on a day, and the first day of that; null while it does. */
export function shutFor(party: KeptParty, today: Day): { why: ShutWhy; since: Day } | null {
  const { state, startsOn, reviewBy, madeAt, terminatedAt, signedOn, leftAt } = party;
  if (leftAt !== null) return { why: "left", since: londonDay(leftAt) };
  if (state === "terminated") return { why: "terminated", since: londonDay(terminatedAt ?? madeAt) };
  const isBegun = state === "signed" && startsOn !== null && startsOn <= today;
  if (!isBegun || reviewBy === null || signedOn === null || signedOn > today)
    return { why: "unsigned", since: londonDay(madeAt) };
  return reviewBy < today ? { why: "expired", since: addDays(reviewBy, 1) } : null;
}

/** Of what shuts a party out, what is said of it: what ended last, and what was never signed only where nothing ended. */
export function tellsMore<Shut extends { why: ShutWhy; since: Day }>(one: Shut, other: Shut): Shut {
  if ((one.why === "unsigned") !== (other.why === "unsigned")) return one.why === "unsigned" ? other : one;
  return other.since > one.since ? other : one;
}
