import type { Day } from "#app/domain/team/day.ts";

/** A stretch of days; both ends are included. */
export interface DaySpan {
  firstDay: Day;
  lastDay: Day;
}

export const covers = ({ firstDay, lastDay }: DaySpan, day: Day): boolean =>
  firstDay <= day && day <= lastDay;
