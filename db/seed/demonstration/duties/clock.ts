import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";

/** The first Monday of the rotas: days are counted from it. */
const firstMonday = "2018-01-01";

export const dayNumber = (day: Day): number => daysBetween(firstMonday, day);
export const dayOf = (number: number): Day => addDays(firstMonday, number);

/** When clocks in London show a minute of a day, or of the night after it (more than 1,440), in milliseconds. */
export type Clock = (number: number, minute: number) => number;

/** Remembers what it was asked: the same shifts begin and end on the same days for everybody. */
export function createClock(): Clock {
  const known = new Map<number, number>();
  return (number, minute) => {
    const key = number * 3_000 + minute;
    const before = known.get(key);
    if (before !== undefined) return before;
    const at = londonInstant(dayOf(number), minute).getTime();
    known.set(key, at);
    return at;
  };
}
