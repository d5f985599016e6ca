import type { FieldError } from "#app/domain/account/change.ts";
import { readTime } from "#app/domain/calendar/london-time.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { localTime, type ClockSide } from "./local-time.ts";
import type { Span } from "./month.ts";

/** What was typed of a stretch of time; an end that is not later than the beginning is of the next day. */
export interface TypedSpan {
  day: Day;
  from: string;
  to: string;
  /** Said only where a time was on the clocks twice. */
  clocks: ClockSide | null;
}

/** Whether the clocks must be asked for: where, and only where, a time was on them twice. */
export type SpanRead = { ok: true; span: Span } | { ok: false; errors: FieldError[] };

const timeWords = "Enter a time, like 2pm or 14:30";

/** The stretch of time that was typed, in London; each error at its field, `clocks` where the clocks went back. */
export function readSpan({ day, from, to, clocks }: TypedSpan): SpanRead {
  const [begins, ends] = [readTime(from), readTime(to)];
  const errors: FieldError[] = [];
  if (begins === null) errors.push({ field: "from", message: timeWords });
  if (ends === null) errors.push({ field: "to", message: timeWords });
  if (begins === null || ends === null) return { ok: false, errors };
  const first = instantOf(day, begins, clocks, "from");
  const last = instantOf(ends > begins ? day : addDays(day, 1), ends, clocks, "to");
  const wrong = [first, last].flatMap((one) => (one instanceof Date ? [] : [one]));
  if (!(first instanceof Date) || !(last instanceof Date)) return { ok: false, errors: unique(wrong) };
  return { ok: true, span: { from: first, to: last } };
}

const unique = (errors: readonly FieldError[]) =>
  errors.filter(({ field }, index) => errors.findIndex((one) => one.field === field) === index);

function instantOf(day: Day, minutes: number, clocks: ClockSide | null, field: string): Date | FieldError {
  const read = localTime(day, minutes);
  if (read.kind === "one") return read.at;
  if (read.kind === "none")
    return { field, message: "This time never was: the clocks went forward over it. Enter another time" };
  if (clocks === null)
    return {
      field: "clocks",
      message: "The clocks went back that night. Say whether it was before or after they changed",
    };
  return read[clocks];
}
