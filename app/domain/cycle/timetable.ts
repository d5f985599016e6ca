import { covers, type DaySpan } from "#app/domain/calendar/day-span.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { timedStages, type CycleStage, type TimedStage } from "./stages.ts";

export interface CycleSettings {
  /** How many days each stage lasts. */
  days: Readonly<Record<TimedStage, number>>;
  /** The most by which one stage may be extended, all its extensions together. */
  mostExtraDays: number;
}

/** The 91 days of a cycle, unless a force sets others. */
export const defaultCycleSettings: CycleSettings = {
  days: { raising: 28, research: 7, shortlisting: 4, voting: 17, panel: 7, live: 21, reviewing: 7 },
  mostExtraDays: 28,
};

/** One extension of one stage; all later stages move with it. */
export interface StageChange {
  stage: TimedStage;
  extraDays: number;
  reason: string;
}

/** The days on which each stage is open. Between two stages may be a wait, where a pause holds the later one back. */
export type Timetable = Readonly<Record<TimedStage, DaySpan>>;

/** Nobody votes or adopts in the days before an election; what was open already finishes. */
const heldStages: readonly TimedStage[] = ["voting", "panel"];

export const extraDaysOf = (stage: TimedStage, changes: readonly StageChange[]): number =>
  changes.reduce((sum, change) => sum + (change.stage === stage ? change.extraDays : 0), 0);

function firstFreeDay(day: Day, pauses: readonly DaySpan[]): Day {
  const pause = pauses.find((span) => covers(span, day));
  return pause === undefined ? day : firstFreeDay(addDays(pause.lastDay, 1), pauses);
}

/** The first day of a stage that would begin on a day: later where a pause holds it back. */
export const firstDayOf = (stage: TimedStage, day: Day, pauses: readonly DaySpan[]): Day =>
  heldStages.includes(stage) ? firstFreeDay(day, pauses) : day;

/** The dates of a cycle that starts on a day, with its extensions and the days for which it was paused. */
export function timetableOf(
  startsOn: Day,
  settings: CycleSettings,
  changes: readonly StageChange[] = [],
  pauses: readonly DaySpan[] = [],
): Timetable {
  const from = (day: Day, stage: TimedStage): DaySpan => {
    const firstDay = firstDayOf(stage, day, pauses);
    return { firstDay, lastDay: addDays(firstDay, settings.days[stage] + extraDaysOf(stage, changes) - 1) };
  };
  const after = ({ lastDay }: DaySpan, stage: TimedStage) => from(addDays(lastDay, 1), stage);

  const raising = from(startsOn, "raising");
  const research = after(raising, "research");
  const shortlisting = after(research, "shortlisting");
  const voting = after(shortlisting, "voting");
  const panel = after(voting, "panel");
  const live = after(panel, "live");
  const reviewing = after(live, "reviewing");
  return { raising, research, shortlisting, voting, panel, live, reviewing };
}

/** The stage that the calendar has reached; in a wait, the one before it. */
export function stageOn(timetable: Timetable, day: Day): CycleStage {
  if (day > timetable.reviewing.lastDay) return "closed";
  return timedStages.findLast((stage) => timetable[stage].firstDay <= day) ?? "planned";
}

/** Whether a stage is open on a day: whether its work can be done, its ballots be cast. */
export const isOpenOn = (timetable: Timetable, stage: TimedStage, day: Day): boolean =>
  covers(timetable[stage], day);

/** The day on which the next cycle opens: the day after this one really ends, by the calendar or sooner. */
export const nextCycleStart = (timetable: Timetable, endedEarlyOn: Day | null = null): Day =>
  addDays(endedEarlyOn ?? timetable.reviewing.lastDay, 1);
