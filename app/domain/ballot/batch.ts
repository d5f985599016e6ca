import { isSeparate, type Actor } from "#app/domain/actor.ts";
import { compareKeyings, type KeyedLine, type KeyingDifference } from "./keying.ts";

/**
 * A numbered batch of ballots that staff enter: one person keys it, another keys it again, and it counts once both
 * agree. `differing` waits for the second keying to be done again, or the first.
 */
export const batchStates = ["open", "keyed", "differing", "checked"] as const;
export type BatchState = (typeof batchStates)[number];

export const batchStateWords: Readonly<Record<BatchState, string>> = {
  open: "Not entered yet",
  keyed: "Entered once: somebody else has to enter it again",
  differing: "The two entries differ: look at the papers again",
  checked: "Entered twice and equal: it counts",
};

export interface Batch {
  state: BatchState;
  firstKeyedBy: string | null;
  secondKeyedBy: string | null;
}

/** A keying, first or second; a batch whose keyings differ can have either done again, by whoever did it. */
export type Keying = "first" | "second";

/** Why an account may not do this keying now, in words; null where it may. */
export function keyingRefusal(actor: Actor, batch: Batch, keying: Keying): string | null {
  if (actor.accountId === null) return "Sign in to enter ballots";
  const { state, firstKeyedBy, secondKeyedBy } = batch;
  if (state === "checked") return "This batch counts already and cannot be changed";
  if (keying === "first") {
    if (state === "keyed") return "This batch has been entered once already";
    return state === "open" || actor.accountId === firstKeyedBy
      ? null
      : "Only the person who entered this batch first can correct the first entry";
  }
  if (state === "open") return "This batch has not been entered once yet";
  if (!isSeparate(actor, [firstKeyedBy])) return "Somebody else has to enter this batch the second time";
  return state === "keyed" || actor.accountId === secondKeyedBy
    ? null
    : "Only the person who entered this batch the second time can correct the second entry";
}

export interface KeyedBatch {
  state: "checked" | "differing";
  differences: readonly KeyingDifference[];
}

/** What a batch becomes once both keyings of it stand. */
export function afterBothKeyings(first: readonly KeyedLine[], second: readonly KeyedLine[]): KeyedBatch {
  const differences = compareKeyings(first, second);
  return { state: differences.length === 0 ? "checked" : "differing", differences };
}

/** Why the count of a cycle cannot be certified by this account; null where it can. */
export function certifyingRefusal(actor: Actor, batches: readonly Batch[]): string | null {
  const waiting = batches.filter(({ state }) => state !== "checked").length;
  if (waiting > 0)
    return waiting === 1
      ? "One batch of ballots has not been entered twice and found equal"
      : `${waiting} batches of ballots have not been entered twice and found equal`;
  return isSeparate(
    actor,
    batches.flatMap(({ firstKeyedBy, secondKeyedBy }) => [firstKeyedBy, secondKeyedBy]),
  )
    ? null
    : "Whoever entered ballots of this vote cannot certify its count";
}
