/** The vocabularies of abstraction that the database keeps. */
export const dutySources = ["roster", "manual", "pattern"] as const;
export type DutySource = (typeof dutySources)[number];

/** How a duty was accounted for: something was logged in it, or somebody said that nothing was. */
export const confirmations = ["logged", "nil"] as const;
export type Confirmation = (typeof confirmations)[number];

export const entrySources = ["log", "roster", "request"] as const;
export type EntrySource = (typeof entrySources)[number];

export const disputeStates = ["open", "accepted", "refused", "withdrawn"] as const;
export type DisputeState = (typeof disputeStates)[number];

export const requestStates = ["asked", "authorised", "refused", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

export const rosterStates = ["staging", "in-force", "refused", "stopped"] as const;
export type RosterState = (typeof rosterStates)[number];

/** What became of a row of a roster: every row is one of these. */
export const rosterRowStates = ["taken", "unchanged", "ignored", "refused"] as const;
export type RosterRowState = (typeof rosterRowStates)[number];

export const improvementStates = [
  "within",
  "watch",
  "plan-required",
  "plan-live",
  "escalated",
  "closed",
] as const;
export type ImprovementState = (typeof improvementStates)[number];

export const improvementActionStates = ["open", "done", "dropped"] as const;
export type ImprovementActionState = (typeof improvementActionStates)[number];

/** Whose published figure it is. */
export const publishedScopes = ["force", "bcu", "neighbourhood"] as const;
export type PublishedScope = (typeof publishedScopes)[number];

export const publishedPeriods = ["month", "quarter"] as const;
export type PublishedPeriod = (typeof publishedPeriods)[number];
