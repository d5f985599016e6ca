/** A neighbourhood's cycle, in order (docs/how-to/run-a-cycle.md). */
export const cycleStages = [
  "planned",
  "raising",
  "research",
  "shortlisting",
  "voting",
  "panel",
  "live",
  "reviewing",
  "closed",
] as const;
export type CycleStage = (typeof cycleStages)[number];

/** The stages that have days of their own. */
export const timedStages = [
  "raising",
  "research",
  "shortlisting",
  "voting",
  "panel",
  "live",
  "reviewing",
] as const satisfies readonly CycleStage[];
export type TimedStage = (typeof timedStages)[number];

/** What each stage is called, and what happens in it: for residents, and for whoever works on it. */
export const stageWords: Readonly<Record<CycleStage, { name: string; resident: string; staff: string }>> = {
  planned: {
    name: "Planned",
    resident: "This round has not begun. You can tell the team what worries you at any time.",
    staff: "Opens by itself on its first day.",
  },
  raising: {
    name: "Raise concerns",
    resident: "Tell the team what worries you.",
    staff: "Triage what comes in within two working days, and go out and ask.",
  },
  research: {
    name: "Research",
    resident: "An analyst puts the same concerns together and looks at what has happened.",
    staff: "Merge concerns, add the trend and what partners do already, and prepare the candidates.",
  },
  shortlisting: {
    name: "Shortlist",
    resident: "The team draws up the list to vote on, and says why anything was left off.",
    staff: "Score each candidate, publish the shortlist and give a reason for each one left off.",
  },
  voting: {
    name: "Vote",
    resident: "Choose up to three. You can change your vote until the vote closes.",
    staff: "Enter paper and phone ballots, and go where few have voted.",
  },
  panel: {
    name: "Panel decides",
    resident: "Residents on the neighbourhood panel choose the priorities and say why.",
    staff: "The panel adopts, and the inspector accepts or declines with reasons.",
  },
  live: {
    name: "Work under way",
    resident: "The team and its partners work on the priorities, and publish their plan.",
    staff: "Publish the problem-solving and engagement plans within 14 days, and an update every month.",
  },
  reviewing: {
    name: "Review",
    resident: "The team looks back and publishes what came of this round.",
    staff: "Publish the results page before the next cycle opens.",
  },
  closed: {
    name: "Closed",
    resident: "This round is over. Priorities stay open until they are signed off.",
    staff: "Nothing more can change here. Priorities run on.",
  },
};
