import { weekdayInWords } from "#app/domain/calendar/words.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import type { CycleStage } from "./stages.ts";

/** A running or planned cycle, as far as a page says where it stands: the last day of each stage. */
export interface CycleNow {
  number: number;
  stage: CycleStage;
  startsOn: Day;
  raisingEndsOn: Day;
  shortlistingEndsOn: Day;
  votingEndsOn: Day;
  panelEndsOn: Day;
  reviewingEndsOn: Day;
}

// Noon is the same day in London, summer or winter.
const dayWords = (day: Day, today: Day) => weekdayInWords(new Date(`${day}T12:00:00Z`), today);

/** Whether ballots are taken today. */
export const isVotingOpen = ({ stage, votingEndsOn }: CycleNow, today: Day): boolean =>
  stage === "voting" && today <= votingEndsOn;

/** Where a neighbourhood's cycle stands today, in one sentence with its date. */
export function cycleNowInWords(cycle: CycleNow | null, today: Day): string {
  if (cycle === null) return "No date has been set yet for the next time residents choose priorities.";
  const on = (day: Day) => dayWords(day, today);
  switch (cycle.stage) {
    case "planned":
      return `The next round of choosing priorities opens on ${on(cycle.startsOn)}.`;
    case "raising":
      return `What you raise by ${on(cycle.raisingEndsOn)} can be on this round’s ballot paper.`;
    case "research":
    case "shortlisting":
      return `The list to vote on is being drawn up, and is published by ${on(cycle.shortlistingEndsOn)}.`;
    case "voting":
      return today <= cycle.votingEndsOn
        ? `Voting is open until ${on(cycle.votingEndsOn)}.`
        : `Voting closed on ${on(cycle.votingEndsOn)}, and the ballots are being counted.`;
    case "panel":
      return `Voting is over. The neighbourhood panel decides by ${on(cycle.panelEndsOn)}.`;
    case "live":
    case "reviewing":
      return `The priorities of this round are chosen. The next round opens on ${on(addDays(cycle.reviewingEndsOn, 1))}.`;
    case "closed":
      return `This round closed on ${on(cycle.reviewingEndsOn)}.`;
  }
}

/** When residents choose next, for a neighbourhood where nothing is chosen. */
export function nextChoiceInWords(cycle: CycleNow | null, today: Day): string {
  if (cycle === null) return cycleNowInWords(null, today);
  const on = (day: Day) => dayWords(day, today);
  switch (cycle.stage) {
    case "raising":
    case "research":
    case "shortlisting":
      return `Residents vote from ${on(addDays(cycle.shortlistingEndsOn, 1))} to ${on(cycle.votingEndsOn)}.`;
    case "voting":
    case "panel":
    case "planned":
    case "closed":
      return cycleNowInWords(cycle, today);
    case "live":
    case "reviewing":
      return `The next round opens on ${on(addDays(cycle.reviewingEndsOn, 1))}.`;
  }
}
