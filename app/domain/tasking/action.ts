/** The tactical menu. */
export const taskingActionKinds = [
  "prevention",
  "intelligence",
  "enforcement",
  "environmental",
  "licensing",
  "housing",
  "youth",
  "engagement",
  "communications",
] as const;
export type TaskingActionKind = (typeof taskingActionKinds)[number];

export const taskingActionKindWords: Readonly<Record<TaskingActionKind, string>> = {
  prevention: "Prevention",
  intelligence: "Intelligence request",
  enforcement: "Enforcement",
  environmental: "Environmental work",
  licensing: "Licensing",
  housing: "Housing",
  youth: "Youth diversion",
  engagement: "Engagement",
  communications: "Communications",
};

/** `withdrawn` is the chair's to say; an action that is late keeps its state, since late follows from its day. */
export const taskingActionStates = [
  "assigned",
  "accepted",
  "in-progress",
  "done",
  "rejected",
  "withdrawn",
] as const;
export type TaskingActionState = (typeof taskingActionStates)[number];

export const taskingActionStateWords: Readonly<Record<TaskingActionState, string>> = {
  assigned: "Not answered yet",
  accepted: "Accepted",
  "in-progress": "Under way",
  done: "Done",
  rejected: "Declined",
  withdrawn: "Withdrawn",
};

/** What is still to be done by somebody. A declined action is: the next meeting says what becomes of it. */
export const openTaskingStates = [
  "assigned",
  "accepted",
  "in-progress",
] as const satisfies readonly TaskingActionState[];

export const isTaskingActionOpen = (state: TaskingActionState): boolean =>
  openTaskingStates.some((open) => open === state);

/** What a meeting found of an action that was carried to it. */
export const carriedOutcomes = ["done", "goes-on", "given-on", "withdrawn"] as const;
export type CarriedOutcome = (typeof carriedOutcomes)[number];

export const carriedOutcomeWords: Readonly<Record<CarriedOutcome, string>> = {
  done: "Done",
  "goes-on": "Goes on, with a new date",
  "given-on": "Given to somebody else",
  withdrawn: "No longer needed",
};

/** Where the public line of an action stands. */
export const publicLineStates = ["none", "proposed", "published", "withheld"] as const;
export type PublicLineState = (typeof publicLineStates)[number];
