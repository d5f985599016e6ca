import { dayInWords } from "#app/domain/account/day-words.ts";
import type { DaySpan } from "#app/domain/calendar/day-span.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { nextCycleStart, type Timetable } from "./timetable.ts";
import type { Step } from "./transition.ts";

/**
 * What the neighbourhood's page says of a step of its cycle. `nextOpensOn` is the first day of the next cycle, null
 * where there will be none.
 */
export function stepLine(
  { from, to, on }: Step,
  timetable: Timetable,
  nextOpensOn: Day | null = nextCycleStart(timetable),
): string {
  const began = dayInWords(on);
  switch (to) {
    case "planned":
      return `A round is planned from ${dayInWords(timetable.raising.firstDay)}.`;
    case "raising":
      return `A new round opened on ${began}. Concerns raised by ${dayInWords(timetable.raising.lastDay)} are part of it.`;
    case "research":
      return `Research began on ${began} and ends on ${dayInWords(timetable.research.lastDay)}. What you raise now joins the next round.`;
    case "shortlisting":
      return `Work on the shortlist began on ${began}. It is published by ${dayInWords(timetable.shortlisting.lastDay)}.`;
    case "voting":
      return `Voting opened on ${began} and closes on ${dayInWords(timetable.voting.lastDay)}.`;
    case "panel":
      return from === "voting"
        ? `Voting closed on ${dayInWords(timetable.voting.lastDay)}. The panel decides by ${dayInWords(timetable.panel.lastDay)}.`
        : `No concern was on the shortlist on ${began}, so there is no vote. The panel meets by ${dayInWords(timetable.panel.lastDay)}.`;
    case "live":
      return `Work on the priorities began on ${began}. The next review begins on ${dayInWords(timetable.reviewing.firstDay)}.`;
    case "reviewing":
      return `The review began on ${began} and ends on ${dayInWords(timetable.reviewing.lastDay)}.`;
    case "closed":
      return nextOpensOn === null
        ? `This round closed on ${dayInWords(timetable.reviewing.lastDay)}.`
        : `This round closed on ${dayInWords(timetable.reviewing.lastDay)}. The next one opens on ${dayInWords(nextOpensOn)}.`;
  }
}

/** What the page says of a cycle that a person ended early. */
export const endedEarlyLine = (on: Day, reason: string): string =>
  `This round was ended early, on ${dayInWords(on)}. ${reason}`;

/** What the page says when votes and panels are held back before an election. */
export const pausedLine = ({ firstDay, lastDay }: DaySpan, reason: string): string =>
  `No vote and no panel opens from ${dayInWords(firstDay)} to ${dayInWords(lastDay)}: ${reason}`;

/** What the page says when that is over sooner than was planned. */
export const resumedLine = (on: Day): string =>
  `From ${dayInWords(addDays(on, 1))} votes and panels open again.`;
