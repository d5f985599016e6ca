import type { Permission } from "#app/domain/permissions.ts";
import type { ReasonList } from "./reasons.ts";

/** The life of a concern, with the rewording that a resident is asked for and the appeal against a rejection. */
export const concernStates = [
  "submitted",
  "triage",
  "returned-for-rewording",
  "published-candidate",
  "shortlisted",
  "adopted",
  "not-adopted",
  "merged",
  "answered-directly",
  "referred",
  "rejected",
  "appealed",
  "upheld",
  "changed",
  "diverted-crime",
  "diverted-emergency",
  "diverted-safeguarding",
  "diverted-intelligence",
  "withdrawn",
] as const;
export type ConcernState = (typeof concernStates)[number];

/** What may be done to a concern. */
export const concernSteps = [
  "take-up",
  "return",
  "reword",
  "lapse",
  "publish",
  "shortlist",
  "adopt",
  "not-adopt",
  "roll-over",
  "merge",
  "answer",
  "refer",
  "reject",
  "take-down",
  "appeal",
  "uphold",
  "change",
  "divert-crime",
  "divert-emergency",
  "divert-safeguarding",
  "divert-intelligence",
  "withdraw",
] as const;
export type ConcernStep = (typeof concernSteps)[number];

/** Who makes a step: whoever holds a permission, the person who raised the concern, or the calendar. */
export type Mover = Permission | "raiser" | "clock";

export interface ConcernTransition {
  step: ConcernStep;
  from: readonly ConcernState[];
  to: ConcernState;
  who: readonly Mover[];
  /** The list that a reason must come from; null where none is given. */
  reasons: ReasonList | null;
  /** Whether the step stands in the concern's public history. */
  isPublic: boolean;
}

/** What becomes of a state when nothing more is done: an `end`, or one that is left once more by `appeal` or `roll-over`. */
export type Ending = "end" | "until-appeal" | "until-next-cycle";

const endings: Partial<Readonly<Record<ConcernState, Ending>>> = {
  adopted: "end",
  merged: "end",
  "answered-directly": "end",
  referred: "end",
  rejected: "until-appeal",
  "not-adopted": "until-next-cycle",
  upheld: "end",
  "diverted-crime": "end",
  "diverted-emergency": "end",
  "diverted-safeguarding": "end",
  "diverted-intelligence": "end",
  withdrawn: "end",
};

/** How a state ends the concern; null while somebody has still to do something. */
export const endingOf = (state: ConcernState): Ending | null => endings[state] ?? null;

/** Whether nothing leads out of a state. */
export const isTerminal = (state: ConcernState): boolean => endingOf(state) === "end";

/** Whether whoever raised it has been told how it ended. */
export const isEnded = (state: ConcernState): boolean => endingOf(state) !== null;

/** The states in which anybody may read the public summary. */
export const publicStates = [
  "published-candidate",
  "shortlisted",
  "adopted",
  "not-adopted",
] as const satisfies readonly ConcernState[];

/** The states in which staff decide what becomes of it; a changed decision is made anew. */
export const triageStates = ["triage", "changed"] as const satisfies readonly ConcernState[];

/** The states in which a concern waits for staff: the queue. */
export const waitingStates = [
  "submitted",
  "triage",
  "changed",
  "appealed",
] as const satisfies readonly ConcernState[];

/** Passed on to another part of the police. */
export const divertedStates = [
  "diverted-crime",
  "diverted-emergency",
  "diverted-safeguarding",
  "diverted-intelligence",
] as const satisfies readonly ConcernState[];
