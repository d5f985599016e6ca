import { londonDay } from "#app/domain/team/day.ts";
import { spanOf, type Interval } from "./intervals.ts";

const hourFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  hourCycle: "h23",
});

/** The hour of the week in London: 0 is Monday from midnight to one. */
function hourOfWeek(instant: Date): number {
  const weekday = (new Date(`${londonDay(instant)}T00:00:00Z`).getUTCDay() + 6) % 7;
  return weekday * 24 + Number(hourFormat.format(instant));
}

/** The minutes of each hour of the week. London's clocks are whole hours from UTC's: an hour of one is one of the other. */
export function hoursOfWeek(intervals: readonly Interval[]): Map<number, number> {
  const hours = new Map<number, number>();
  for (const { from, to } of intervals) {
    for (let start = from; start < to;) {
      const end = Math.min(to, (Math.floor(start / 60) + 1) * 60);
      const hour = hourOfWeek(spanOf({ from: start, to: end }).from);
      hours.set(hour, (hours.get(hour) ?? 0) + end - start);
      start = end;
    }
  }
  return hours;
}
