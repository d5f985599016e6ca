import type { PriorityState } from "./states.ts";

/** The states in which a priority is open: it is worked on, or somebody still owes residents an answer about it. */
export const openStates = [
  "adopted",
  "in-progress",
  "outcome-reported",
  "feedback-open",
  "panel-decision",
  "returned",
  "recurred",
] as const satisfies readonly PriorityState[];

export const isOpen = (state: PriorityState): boolean => openStates.some((one) => one === state);

/** A priority that takes one of the places of its neighbourhood, or may take it back. */
export interface PlaceHolder {
  state: PriorityState;
  /** Declined, and the BCU commander has not answered: an overturned refusal must find its place free. */
  isReviewDue: boolean;
}

export const holdsAPlace = ({ state, isReviewDue }: PlaceHolder): boolean =>
  isOpen(state) || (state === "declined-by-force" && isReviewDue);

/** How many more priorities may be open in a neighbourhood, those carried over and urgent ones counted. */
export const roomLeft = (priorities: readonly PlaceHolder[], mostOpenPriorities: number): number =>
  Math.max(0, mostOpenPriorities - priorities.filter(holdsAPlace).length);
