/** The stages of a problem-solving plan: OSARA, with what comes before and after. */
export const planStages = [
  "draft",
  "scanning",
  "analysis",
  "response-agreed",
  "response-live",
  "assessment",
  "awaiting-signoff",
  "closed",
] as const;
export type PlanStage = (typeof planStages)[number];

/** `paused` keeps the stage it is in; `returned` is worked through again from the analysis. */
export const planStandings = ["running", "paused", "returned"] as const;
export type PlanStanding = (typeof planStandings)[number];

export const planStageWords: Readonly<Record<PlanStage, string>> = {
  draft: "Objective",
  scanning: "Scanning",
  analysis: "Analysis",
  "response-agreed": "Response agreed",
  "response-live": "Response under way",
  assessment: "Assessment",
  "awaiting-signoff": "Waiting for sign-off",
  closed: "Closed",
};

/** What residents read of where the work stands. */
export const planStagePublicWords: Readonly<Record<PlanStage, string>> = {
  draft: "The team is agreeing what to achieve",
  scanning: "The team is finding out what happens, where and when",
  analysis: "The team is finding out why it happens",
  "response-agreed": "What will be done is agreed",
  "response-live": "The work is under way",
  assessment: "The team is checking what has changed",
  "awaiting-signoff": "Residents say whether it worked",
  closed: "The work is finished",
};
