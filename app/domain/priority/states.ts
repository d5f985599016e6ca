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
