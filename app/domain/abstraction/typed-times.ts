import type { FieldError } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { readTime } from "#app/domain/calendar/london-time.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { localTime, type ClockSide, type LocalTime } from "./local-time.ts";
import type { Span } from "./month.ts";

/** When something was: from a moment to the end of the shift, a whole shift, or the times that were typed. */
export type WantedTimes =
  { kind: "shift-from"; at: Date | null } | { kind: "shift"; at: Date | null } | ({ kind: "span" } & Span);

export const shiftChoices = ["from-now", "shift"] as const;
export const dayChoices = ["today", "yesterday", "other"] as const;

/** The times of an entry as the form has them. What is typed goes before what is chosen. */
export interface TypedTimes {
  when: (typeof shiftChoices)[number];
  /** When it was chosen, where that was before it was sent. */
  at: Date | null;
  day: (typeof dayChoices)[number];
  otherDay: Day | null;
  startsAt: string;
  startSide: ClockSide | null;
  endsAt: string;
  endSide: ClockSide | null;
  /** Null where it ends within a day. */
  endDay: Day | null;
}

export type ReadTypedTimes = { ok: true; times: WantedTimes } | { ok: false; errors: FieldError[] };

const refuse = (field: string, message: string): ReadTypedTimes => ({
  ok: false,
  errors: [{ field, message }],
});

/** Reads the times of a form: asks which hour is meant where clocks in London show it twice, and only there. */
export function readTypedTimes(typed: TypedTimes, now: Date): ReadTypedTimes {
  const { when, at, startsAt, endsAt, otherDay, endDay } = typed;
  if (startsAt === "" && endsAt === "" && typed.day !== "other" && endDay === null)
    return { ok: true, times: { kind: when === "shift" ? "shift" : "shift-from", at } };
  const today = londonDay(now);
  const day = typed.day === "other" ? otherDay : typed.day === "yesterday" ? addDays(today, -1) : today;
  if (day === null) return refuse("otherDay", "Enter the day on which it began, like 27 3 2026");
  const [begins, ends] = [readTime(startsAt), readTime(endsAt)];
  if (begins === null) return refuse("startsAt", "Enter when it began, like 2pm or 14:00");
  if (ends === null) return refuse("endsAt", "Enter when it ends, like 4:30pm or 16:30");
  const start = settle(localTime(day, begins), typed.startSide, {
    field: "startsAt",
    side: "startSide",
    day,
  });
  if (!start.ok) return start;
  const end = settle(...endOf({ day, endDay, begins, ends, start: start.at, side: typed.endSide }));
  return end.ok ? { ok: true, times: { kind: "span", from: start.at, to: end.at } } : end;
}

interface Asked {
  field: "startsAt" | "endsAt";
  side: "startSide" | "endSide";
  day: Day;
}

/** The instant that is meant, or the question which it is. */
function settle(
  time: LocalTime,
  side: ClockSide | null,
  { field, side: sideField, day }: Asked,
): { ok: true; at: Date } | { ok: false; errors: FieldError[] } {
  if (time.kind === "one") return { ok: true, at: time.at };
  if (time.kind === "two")
    return side === null
      ? {
          ok: false,
          errors: [
            { field: sideField, message: "Select whether this was before or after the clocks changed" },
          ],
        }
      : { ok: true, at: time[side] };
  const message = `This time never was: on ${dayInWords(day)} the clocks went forward from 1am to 2am. Enter another`;
  return { ok: false, errors: [{ field, message }] };
}

/** What the end can mean: on the day that was given, else the first time after the beginning that clocks show it. */
function endOf({
  day,
  endDay,
  begins,
  ends,
  start,
  side,
}: {
  day: Day;
  endDay: Day | null;
  begins: number;
  ends: number;
  start: Date;
  side: ClockSide | null;
}): [LocalTime, ClockSide | null, Asked] {
  const asked = (on: Day): Asked => ({ field: "endsAt", side: "endSide", day: on });
  if (endDay !== null) return [localTime(endDay, ends), side, asked(endDay)];
  const sameDay = localTime(day, ends);
  // Only the second of the two comes after it began: nothing to ask.
  if (sameDay.kind === "two" && sameDay.before <= start && sameDay.after > start)
    return [{ kind: "one", at: sameDay.after }, side, asked(day)];
  const isLater =
    sameDay.kind === "none" ? ends > begins : (sameDay.kind === "one" ? sameDay.at : sameDay.after) > start;
  const on = isLater ? day : addDays(day, 1);
  return [isLater ? sameDay : localTime(on, ends), side, asked(on)];
}
