import type { DaySpan } from "#app/domain/calendar/day-span.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import type { TimedStage } from "./stages.ts";
import {
  defaultCycleSettings,
  firstDayOf,
  timetableOf,
  type StageChange,
  type Timetable,
} from "./timetable.ts";

/** A cycle's dates as they are stored: its first day and the last day of each stage. */
export interface CycleDates {
  startsOn: Day;
  raisingEndsOn: Day;
  researchEndsOn: Day;
  shortlistingEndsOn: Day;
  votingEndsOn: Day;
  panelEndsOn: Day;
  liveEndsOn: Day;
  reviewingEndsOn: Day;
}

export const datesOf = (timetable: Timetable): CycleDates => ({
  startsOn: timetable.raising.firstDay,
  raisingEndsOn: timetable.raising.lastDay,
  researchEndsOn: timetable.research.lastDay,
  shortlistingEndsOn: timetable.shortlisting.lastDay,
  votingEndsOn: timetable.voting.lastDay,
  panelEndsOn: timetable.panel.lastDay,
  liveEndsOn: timetable.live.lastDay,
  reviewingEndsOn: timetable.reviewing.lastDay,
});

/** The timetable that the stored dates stand for, under the pauses that they were reckoned with. */
export function timetableOfDates(dates: CycleDates, pauses: readonly DaySpan[]): Timetable {
  const span = (stage: TimedStage, before: Day, lastDay: Day): DaySpan => ({
    firstDay: firstDayOf(stage, addDays(before, 1), pauses),
    lastDay,
  });
  return {
    raising: { firstDay: dates.startsOn, lastDay: dates.raisingEndsOn },
    research: span("research", dates.raisingEndsOn, dates.researchEndsOn),
    shortlisting: span("shortlisting", dates.researchEndsOn, dates.shortlistingEndsOn),
    voting: span("voting", dates.shortlistingEndsOn, dates.votingEndsOn),
    panel: span("panel", dates.votingEndsOn, dates.panelEndsOn),
    live: span("live", dates.panelEndsOn, dates.liveEndsOn),
    reviewing: span("reviewing", dates.liveEndsOn, dates.reviewingEndsOn),
  };
}

const lengthOf = ({ firstDay, lastDay }: DaySpan) => daysBetween(firstDay, lastDay) + 1;

/**
 * A timetable whose stages last as long as they did, with one of them extended or under other pauses. It does not ask
 * the settings: a cycle keeps the lengths that it was planned with.
 */
export const retimed = (
  timetable: Timetable,
  pauses: readonly DaySpan[],
  changes: readonly StageChange[] = [],
): Timetable =>
  timetableOf(
    timetable.raising.firstDay,
    {
      ...defaultCycleSettings,
      days: {
        raising: lengthOf(timetable.raising),
        research: lengthOf(timetable.research),
        shortlisting: lengthOf(timetable.shortlisting),
        voting: lengthOf(timetable.voting),
        panel: lengthOf(timetable.panel),
        live: lengthOf(timetable.live),
        reviewing: lengthOf(timetable.reviewing),
      },
    },
    changes,
    pauses,
  );
