import { addMonths, firstOfMonth, monthsFrom, monthsOf } from "#app/domain/measure/month.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";

export interface TimeTick {
  on: Day;
  /** "Mar", or "3 Mar". */
  words: string;
  /** Where it begins or is first named. */
  year: string | null;
}

/** Months that a year can be shared into, and whole years. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120] as const;
const daySteps = [1, 2, 7, 14] as const;
/** Shorter than this, days tell more than months. */
const fewestMonthDays = 70;

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** At most `most` ticks between two days, at beginnings of months or at days, with the year said once. */
export function timeTicks(step: "month" | "day", from: Day, to: Day, most: number): TimeTick[] {
  const isByDay = step === "day" && daysBetween(from, to) < fewestMonthDays;
  const days = isByDay ? daysFor(from, to, most) : monthsFor(step, from, to, most);
  const format = isByDay ? dayFormat : monthFormat;
  return days.map((on, at) => {
    const year = on.slice(0, 4);
    const isNew = days[at - 1]?.slice(0, 4) !== year;
    return { on, words: format.format(new Date(`${on}T00:00:00Z`)), year: isNew ? year : null };
  });
}

function daysFor(from: Day, to: Day, most: number): Day[] {
  const length = daysBetween(from, to);
  const step = daySteps.find((days) => length / days < most) ?? Math.ceil((length + 1) / most);
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, at) => addDays(from, at * step));
}

function monthsFor(step: "month" | "day", from: Day, to: Day, most: number): Day[] {
  const first = step === "month" || from === firstOfMonth(from) ? firstOfMonth(from) : addMonths(from, 1);
  const months = monthsOf(first, to);
  const everySo = (so: number) => months.filter((month) => monthsFrom("2000-01-01", month) % so === 0);
  for (const so of monthSteps) {
    const kept = everySo(so);
    if (kept.length <= most) return kept.length > 0 ? kept : months.slice(0, 1);
  }
  return months.slice(0, 1);
}
