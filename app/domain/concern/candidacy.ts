/**
 * What happens to a published concern before a vote: it becomes part of a candidate, or is no longer part of one. It
 * stays published all the while, so its history tells the two by their codes.
 */
const joined = "joined-candidate";

/** Why a concern is no longer part of a candidate, and the sentence that everybody reads. */
const leaving = {
  "same-problem": "Another candidate is about the same problem.",
  "several-problems": "It was about several problems, which are better put forward one by one.",
  "too-little-known": "Too little is known about it yet.",
  "in-hand": "Work on it is already going on.",
  "other-problem": "It is about another problem than the rest of that candidate.",
  "better-elsewhere": "It belongs with another candidate.",
  mistake: "It was put forward by mistake.",
} as const;
export type LeavingReason = keyof typeof leaving;

/** Why a whole candidate is removed. */
export const removalReasons = [
  "same-problem",
  "several-problems",
  "too-little-known",
  "in-hand",
  "mistake",
] as const satisfies readonly LeavingReason[];

/** Why some of a candidate's concerns are taken off it. */
export const takingOffReasons = [
  "other-problem",
  "better-elsewhere",
  "mistake",
] as const satisfies readonly LeavingReason[];

export const leavingInWords = (reason: LeavingReason): string => leaving[reason];

/** What is said of a concern: to whoever raised it, in public, and by which code its history knows it. */
export interface CandidacyWords {
  code: string;
  toRaiser: string;
  toAll: string;
}

export const joinedCandidate: CandidacyWords = {
  code: joined,
  toRaiser:
    "Your concern is now part of a candidate for the vote. Before the vote opens, the team decides which candidates go on the list.",
  toAll: "Made part of a candidate for the vote.",
};

export const leftCandidate = (reason: LeavingReason): CandidacyWords => ({
  code: reason,
  toRaiser: `Your concern is no longer part of a candidate for the vote. ${leaving[reason]} It stays on your neighbourhood’s page, and can be put forward again.`,
  toAll: `No longer part of a candidate for the vote. ${leaving[reason]} It can be put forward again.`,
});

const isLeaving = (code: string): code is LeavingReason => Object.hasOwn(leaving, code);

/** The public line of a step that left a concern published; null where it was about something else. */
export function candidacyLine(code: string | null): string | null {
  if (code === joined) return joinedCandidate.toAll;
  return code !== null && isLeaving(code) ? leftCandidate(code).toAll : null;
}
