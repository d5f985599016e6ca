import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { londonDayEnd, londonMidnight } from "#app/domain/account/day-words.ts";
import type { Code, CodeKind } from "./codes.ts";
import { minutesOf, minutesShared, type PostTime } from "./duty-uses.ts";
import { addMonths, type Month } from "./month.ts";
import type { Confirmation } from "./words.ts";

interface Duty extends PostTime {
  id: string;
  confirmedAs: Confirmation | null;
}

interface Entry extends PostTime {
  id: string;
  code: Code;
}

/** What a post was used for on a day, as far as one entry says it. */
export interface DayUse {
  entryId: string;
  code: Code;
  kind: CodeKind;
  minutes: number;
  /** In no duty: it counts in no rate. */
  isOutside: boolean;
}

/** A day of a post. A duty, with what was done in it, stands on the day on which it begins. */
export interface PostDay {
  day: Day;
  duties: { id: string; startsAt: Date; endsAt: Date; confirmedAs: Confirmation | null }[];
  uses: DayUse[];
}

/** The days of a month in London, in order. */
export function daysOfMonth(month: Month): Day[] {
  const days: Day[] = [];
  for (let day = month; day < addMonths(month, 1); day = addDays(day, 1)) days.push(day);
  return days;
}

/** The month of one post, day by day: its duties, abstractions and unavailability. */
export function postMonth(
  month: Month,
  kindOf: (code: Code) => CodeKind,
  { duties, entries }: { duties: readonly Duty[]; entries: readonly Entry[] },
): PostDay[] {
  const days = daysOfMonth(month).map((day): PostDay => ({ day, duties: [], uses: [] }));
  const dayOf = new Map(days.map((one) => [one.day, one]));
  for (const { id, startsAt, endsAt, confirmedAs } of duties) {
    dayOf.get(londonDay(startsAt))?.duties.push({ id, startsAt, endsAt, confirmedAs });
  }
  for (const entry of entries) {
    const kind = kindOf(entry.code);
    for (const { day, minutes, isOutside } of daysOfEntry(entry, kind, duties)) {
      dayOf.get(day)?.uses.push({ entryId: entry.id, code: entry.code, kind, minutes, isOutside });
    }
  }
  return days;
}

interface DayPart {
  day: Day;
  minutes: number;
  isOutside: boolean;
}

function daysOfEntry(entry: Entry, kind: CodeKind, duties: readonly Duty[]): DayPart[] {
  const met = duties.flatMap((duty): DayPart[] => {
    const minutes = minutesShared(duty, entry);
    return minutes === 0 ? [] : [{ day: londonDay(duty.startsAt), minutes, isOutside: false }];
  });
  if (kind !== "unavailable") {
    return met.length > 0
      ? met
      : [{ day: londonDay(entry.startsAt), minutes: minutesOf(entry), isOutside: true }];
  }
  // Leave is shown on each of its days, whether or not a duty was rostered.
  const apart = daysTouched(entry).filter(({ day }) => !met.some((one) => one.day === day));
  return [...met, ...apart].sort((one, other) => one.day.localeCompare(other.day));
}

function daysTouched(entry: Entry): DayPart[] {
  const parts: DayPart[] = [];
  const last = londonDay(new Date(entry.endsAt.getTime() - 1));
  for (let day = londonDay(entry.startsAt); day <= last; day = addDays(day, 1)) {
    const whole = { postId: entry.postId, startsAt: londonMidnight(day), endsAt: londonDayEnd(day) };
    parts.push({ day, minutes: minutesShared(whole, entry), isOutside: true });
  }
  return parts;
}
