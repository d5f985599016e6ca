import { addDays, type Day } from "#app/domain/team/day.ts";

const [sunday, monday, saturday] = [0, 1, 6];

const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: Day): boolean => weekdayOf(day) === saturday || weekdayOf(day) === sunday;

const dayOf = (year: number, month: number, date: number): Day =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** The Monday that comes on the day or soonest after it. */
const mondayFrom = (day: Day): Day => addDays(day, (7 + monday - weekdayOf(day)) % 7);

/** Easter Sunday in the Gregorian calendar, by the method that Nature printed in 1876. */
function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const march = h + l - 7 * m + 22;
  return dayOf(year, 3, march);
}

/** Days that were fixed already keep their place; one that falls on a weekend takes the next weekday left. */
function withSubstitutes(days: readonly Day[]): Day[] {
  const kept = days.filter((day) => !isWeekend(day));
  for (const day of days.filter(isWeekend)) {
    let substitute = addDays(day, 1);
    while (isWeekend(substitute) || kept.includes(substitute)) substitute = addDays(substitute, 1);
    kept.push(substitute);
  }
  return kept;
}

const byRule = (year: number): Day[] => [
  ...withSubstitutes([dayOf(year, 1, 1)]),
  addDays(easterOf(year), -2),
  addDays(easterOf(year), 1),
  mondayFrom(dayOf(year, 5, 1)),
  mondayFrom(dayOf(year, 5, 25)),
  mondayFrom(dayOf(year, 8, 25)),
  ...withSubstitutes([dayOf(year, 12, 25), dayOf(year, 12, 26)]),
];

/** What was proclaimed for one year only, since 2003; a new one is added here when it is. */
const proclaimed: readonly { instead?: Day; day: Day }[] = [
  { day: "2011-04-29" }, // a royal wedding
  { day: "2012-06-04", instead: "2012-05-28" },
  { day: "2012-06-05" }, // the Diamond Jubilee
  { day: "2020-05-08", instead: "2020-05-04" }, // 75 years after VE Day
  { day: "2022-06-02", instead: "2022-05-30" },
  { day: "2022-06-03" }, // the Platinum Jubilee
  { day: "2022-09-19" }, // the State Funeral of Queen Elizabeth II
  { day: "2023-05-08" }, // the Coronation
];

/** England's bank holidays in a year, in order: the rules of today and what was proclaimed. */
export function bankHolidaysOf(year: number): readonly Day[] {
  const days = new Set(byRule(year));
  for (const { instead, day } of proclaimed) {
    if (instead !== undefined) days.delete(instead);
    if (day.startsWith(`${year}-`)) days.add(day);
  }
  return [...days].sort();
}

// why: a queue of thousands asks for the same two years again and again.
const known = new Map<number, readonly Day[]>();

export function isBankHoliday(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  const days = known.get(year) ?? bankHolidaysOf(year);
  known.set(year, days);
  return days.includes(day);
}

export const isWorkingDay = (day: Day): boolean => !isWeekend(day) && !isBankHoliday(day);

/** The n-th working day after a day, or before it when negative; none is the day itself, whatever it is. */
export function addWorkingDays(day: Day, workingDays: number): Day {
  const step = Math.sign(workingDays);
  let at = day;
  for (let left = Math.abs(workingDays); left > 0;) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** The first working day after a day. */
export const nextWorkingDay = (day: Day): Day => addWorkingDays(day, 1);
