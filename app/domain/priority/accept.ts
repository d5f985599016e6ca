import { refused, done, type Change } from "#app/domain/account/change.ts";
import { isSeparate, type Actor } from "#app/domain/actor.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";

/** The only grounds on which the police may decline what a panel adopted. */
export const declineReasons = ["unlawful", "unsafe", "outside-powers"] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const declineReasonWords: Readonly<Record<DeclineReason, string>> = {
  unlawful: "It would be unlawful",
  unsafe: "It would be unsafe",
  "outside-powers": "It is outside the powers of the police and their partners here",
};

/** `overturned`: the priority stands adopted again. */
export const reviewOutcomes = ["upheld", "overturned"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const reviewOutcomeWords: Readonly<Record<ReviewOutcome, string>> = {
  upheld: "The BCU commander upheld the refusal",
  overturned: "The BCU commander overturned the refusal",
};

export interface Refusal {
  reason: DeclineReason | null;
  /** Published. */
  words: string;
  /** Whom it was referred to; needed for what is outside the powers of police and partners. */
  referredTo: string | null;
  /** An earlier refusal of this priority was overturned. */
  wasOverturned: boolean;
}

/** Whether the inspector may decline a priority in this way. */
export function checkRefusal({ reason, words, referredTo, wasOverturned }: Refusal): Change {
  if (wasOverturned)
    return refused("form", "The BCU commander overturned a refusal: it cannot be declined again");
  if (reason === null) return refused("reason", "Select why it is declined");
  if (words.trim() === "") return refused("words", "Explain why: residents will read it");
  if (reason === "outside-powers" && (referredTo ?? "").trim() === "")
    return refused("referredTo", "Say whom it was referred to");
  return done;
}

/** Whether a refusal may be reviewed by this account: by somebody else than who declined it, once. */
export function checkReview(
  actor: Actor,
  { declinedBy, isReviewed }: { declinedBy: string | null; isReviewed: boolean },
  words: string,
): Change {
  if (isReviewed) return refused("form", "This refusal has been reviewed already");
  if (!isSeparate(actor, [declinedBy]))
    return refused("form", "Whoever declined a priority cannot review it");
  return words.trim() === "" ? refused("words", "Give the reason: residents will read it") : done;
}

/** The last day for the inspector to accept or decline. */
export const acceptanceDueOn = (adoptedOn: Day, acceptanceDays: number): Day =>
  addDays(adoptedOn, acceptanceDays);

/** The last day for the BCU commander to review a refusal. */
export const reviewDueOn = (declinedOn: Day, bcuReviewDays: number): Day =>
  addDays(declinedOn, bcuReviewDays);
