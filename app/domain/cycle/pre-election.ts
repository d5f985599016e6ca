import { covers, type DaySpan } from "#app/domain/calendar/day-span.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";

/** What is held back before an election, in which the police take no side; answers, concerns and safety go on. */
export const heldBackActs = ["publicity", "councillor-quote"] as const;
export type HeldBackAct = (typeof heldBackActs)[number];

export const heldBackWords: Readonly<Record<HeldBackAct, string>> = {
  publicity: "New publicity: nothing new is announced until the election is over.",
  "councillor-quote": "Words of a councillor: leave them out of what you publish until the election is over.",
};

/** What a pause means for residents. */
export const pausedCycleWords =
  "There is an election soon. You can still tell the team what worries you. Votes and panel decisions that have not begun wait until it is over.";

export const isPreElection = (day: Day, periods: readonly DaySpan[]): boolean =>
  periods.some((period) => covers(period, day));

/**
 * The days for which a cycle is paused when somebody decides so on a day: from tomorrow at the soonest, so that what
 * has opened stays open. Null for a period that is over by then.
 */
export function pauseFor({ firstDay, lastDay }: DaySpan, decidedOn: Day): DaySpan | null {
  const tomorrow = addDays(decidedOn, 1);
  const from = firstDay > tomorrow ? firstDay : tomorrow;
  return from > lastDay ? null : { firstDay: from, lastDay };
}

/** A time before an election as it was set: when, and when it was ended if it was ended sooner. */
export interface PreElectionPeriod {
  startsOn: Day;
  endsOn: Day;
  pausesCycles: boolean;
  setOn: Day;
  endedOn: Day | null;
}

/** The last day that a period holds: the day on which it was ended is still of it. */
const lastDayOf = ({ endsOn, endedOn }: PreElectionPeriod): Day =>
  endedOn !== null && endedOn < endsOn ? endedOn : endsOn;

/** The days on which acts are held back; none of a period that was ended before it began. */
export const heldDays = (periods: readonly PreElectionPeriod[]): DaySpan[] =>
  periods.flatMap((period) => {
    const lastDay = lastDayOf(period);
    return period.startsOn > lastDay ? [] : [{ firstDay: period.startsOn, lastDay }];
  });

/**
 * Of the times before an election, the one that a day lies in, with the last day that it holds: the same days as
 * `heldDays`. Of several, the one that holds longest.
 */
export function preElectionOn<Period extends PreElectionPeriod>(
  day: Day,
  periods: readonly Period[],
): { period: Period; lastDay: Day } | null {
  const found = periods
    .map((period) => ({ period, lastDay: lastDayOf(period) }))
    .filter(({ period, lastDay }) => covers({ firstDay: period.startsOn, lastDay }, day))
    .sort((one, other) => (one.lastDay < other.lastDay ? 1 : -1));
  return found[0] ?? null;
}

/** The days on which no vote and no panel opens. */
export const pausesOf = (periods: readonly PreElectionPeriod[]): DaySpan[] =>
  periods.flatMap((period) => {
    const pause = period.pausesCycles
      ? pauseFor({ firstDay: period.startsOn, lastDay: lastDayOf(period) }, period.setOn)
      : null;
    return pause === null ? [] : [pause];
  });
