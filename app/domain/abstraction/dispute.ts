import { isSeparate, type Actor } from "#app/domain/actor.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Permission } from "#app/domain/permissions.ts";
import type { DisputeState } from "./words.ts";

/** What an officer writes of an entry, and what is answered. */
export const mostDisputeWords = 600;

export const disputeStateWords: Readonly<Record<DisputeState, string>> = {
  open: "Waits for an answer",
  accepted: "Accepted",
  refused: "Refused",
  withdrawn: "Taken back",
};

export const disputeAnswers = ["accepted", "refused"] as const satisfies readonly DisputeState[];
export type DisputeAnswer = (typeof disputeAnswers)[number];

/** Whose steps came before an answer. */
export interface DisputedBy {
  raisedBy: string | null;
  /** Who wrote the entry as it stands. */
  enteredBy: string | null;
}

/** Nobody answers their own dispute. */
export const mayAnswer = (actor: Actor, { raisedBy }: DisputedBy): boolean => isSeparate(actor, [raisedBy]);

/** Who wrote an entry may say that it is wrong, not alone that it is right. */
export const mayRefuse = (actor: Actor, { raisedBy, enteredBy }: DisputedBy): boolean =>
  isSeparate(actor, [raisedBy, enteredBy]);

/** What is wrong with the words of a dispute or an answer; null where nothing is. */
export function problemOfWords(field: string, words: string, missing: string): Refused | null {
  if (words === "") return refused(field, missing);
  return words.length > mostDisputeWords
    ? refused(field, `Shorten it to ${mostDisputeWords} characters or fewer`)
    : null;
}

/** Whoever may have an entry of their own, and whoever answers. */
export const disputeReaders = [
  "abstraction:log-own",
  "abstraction:read-officers",
] as const satisfies readonly Permission[];
