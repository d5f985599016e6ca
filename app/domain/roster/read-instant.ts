import { localTime } from "#app/domain/abstraction/local-time.ts";
import type { Day } from "#app/domain/team/day.ts";
import { clockOf, londonOffset, readClock } from "./clock.ts";
import type { DayForm, RosterClock, TwiceRule } from "./mapping.ts";
import { quoted } from "./quoted.ts";

/** A day and a time as they were written, with the offset where one stood there. */
export interface Written {
  day: Day;
  minutes: number;
  /** In minutes ahead of UTC. */
  offset: number | null;
}

type Why = { why: string };

const named: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, BST: 60 };

/** "+01:00", "+0100", "+1", "Z", "BST" in minutes ahead of UTC; null for none of these. */
export function readOffset(typed: string): number | null {
  const text = typed.trim().toUpperCase();
  if (Object.hasOwn(named, text)) return named[text] ?? null;
  const [matched, sign, hours, minutes = "0"] = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text) ?? [];
  if (matched === undefined) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const forms: Readonly<Record<DayForm, RegExp>> = {
  "year-month-day": /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  "day-month-year": /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  "month-day-year": /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})[-/.](?<year>\d{4})$/,
};

function readDay(typed: string, form: DayForm): Day | null {
  const { year = "", month = "", day = "" } = forms[form].exec(typed.trim())?.groups ?? {};
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${text}T00:00:00Z`);
  // A 31st of April becomes a 1st of May, and is none.
  return year !== "" && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

const stamp =
  /^(\S+?)(?:T|\s+)(\d{1,2}[:.]?\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|BST|[+-]\d{1,2}(?::?\d{2})?)?$/i;

/** Day and time in one cell. */
export function readStamp(typed: string, form: DayForm): Written | Why {
  const [matched, date = "", time = "", zone] = stamp.exec(typed.trim()) ?? [];
  const day = readDay(date, form);
  const minutes = readClock(time);
  if (matched === undefined || day === null || minutes === null)
    return { why: `${quoted(typed)} is no day and time as the mapping has it, in whole minutes` };
  return { day, minutes, offset: zone === undefined ? null : readOffset(zone) };
}

/** Day and time in two. */
export function readDayAndTime(date: string, time: string, form: DayForm): Written | Why {
  const day = readDay(date, form);
  if (day === null) return { why: `${quoted(date)} is no day as the mapping has it` };
  const minutes = readClock(time);
  if (minutes === null) return { why: `${quoted(time)} is no time such as 07:00, in whole minutes` };
  return { day, minutes, offset: null };
}

const signed = (offset: number) => `${offset < 0 ? "-" : "+"}${clockOf(Math.abs(offset))}`;

/** The moment that was meant, or why nobody can tell. `name` is what it is the time of: "start". */
export function instantOf(
  { day, minutes, offset }: Written,
  name: string,
  { clock, twice }: { clock: RosterClock; twice: TwiceRule },
): Date | Why {
  const asUtc = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000);
  if (clock === "utc")
    return offset === null || offset === 0
      ? asUtc
      : { why: `The ${name} says ${signed(offset)}, and the mapping says UTC` };
  if (clock === "offset") {
    if (offset === null) return { why: `The ${name} has no offset from UTC` };
    const at = new Date(asUtc.getTime() - offset * 60_000);
    return offset === 0 || offset === londonOffset(at)
      ? at
      : { why: `The ${name} says ${signed(offset)}: clocks in London never showed that then` };
  }
  if (offset !== null)
    return { why: `The ${name} says ${signed(offset)}, and the mapping says London’s clock` };
  const local = localTime(day, minutes);
  if (local.kind === "one") return local.at;
  if (local.kind === "none") return { why: `The ${name} never was: the clocks went forward over it` };
  if (twice === "refuse")
    return {
      why: `The ${name} came twice that night: the mapping must say which is meant, or the row its offset`,
    };
  return twice === "first" ? local.before : local.after;
}
