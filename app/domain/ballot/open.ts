import type { CycleStage } from "#app/domain/cycle/stages.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";

/** A cycle as far as it depends on it whether anybody may vote. */
export interface VoteDates {
  stage: CycleStage;
  votingEndsOn: Day;
}

/** Whether a ballot is accepted on a day: the stage has opened, and its last day is not over. */
export const isVoteOpen = ({ stage, votingEndsOn }: VoteDates, today: Day): boolean =>
  stage === "voting" && today <= votingEndsOn;

/** Whether papers and telephone ballots may be entered: also once the vote is closed, until it is certified. */
export const acceptsBatches = (stage: CycleStage, isCertified: boolean): boolean =>
  (stage === "voting" || stage === "panel") && !isCertified;

/** On which day of the panel's stage the platform certifies by itself, if nobody did. */
const certifiedByClockOn = 3;

/** Whether the platform certifies a count that nobody has certified. */
export const isDueForClock = (panelOpenedOn: Day, today: Day): boolean =>
  addDays(panelOpenedOn, certifiedByClockOn - 1) <= today;
