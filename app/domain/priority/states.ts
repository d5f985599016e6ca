/** The life of a priority. */
export const priorityStates = [
  "proposed",
  "adopted",
  "in-progress",
  "outcome-reported",
  "feedback-open",
  "panel-decision",
  "returned",
  "signed-off",
  "recurred",
  "closed-without-signoff",
  "declined-by-force",
  "lapsed",
] as const;
export type PriorityState = (typeof priorityStates)[number];

/** For who does not know how many residents replied: it says nothing of who signed it off. */
export const priorityStateWords: Readonly<Record<PriorityState, string>> = {
  proposed: "Proposed",
  adopted: "Adopted: the inspector has not answered yet",
  "in-progress": "Being worked on",
  "outcome-reported": "Outcome reported",
  "feedback-open": "Residents say whether it worked",
  "panel-decision": "The panel decides whether it is done",
  returned: "Returned: there is more to do",
  "signed-off": "Signed off",
  recurred: "Came back after it was signed off",
  "closed-without-signoff": "Closed without sign-off",
  "declined-by-force": "Declined by the police",
  lapsed: "Lapsed: the panel did not confirm it in time",
};

/** The words of a state, for who knows how it ended: where few replied, it was not residents who signed it off. */
export const stateInWords = (state: PriorityState, isFewReplies: boolean): string => {
  if (state !== "signed-off") return priorityStateWords[state];
  return isFewReplies
    ? "Signed off by the panel: few residents replied"
    : "Signed off by residents and the panel";
};
