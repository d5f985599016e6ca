import { localTime, type ClockSide, type LocalTime } from "#app/domain/abstraction/local-time.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { clockOf, readClock } from "./clock.ts";
import { mostDutyHours } from "./read-row.ts";

/** A day of a cycle: from and to, in minutes of the day (`to` is of the next day where it is not later); null for off. */
export type PatternDay = { from: number; to: number } | null;

const off = new Set(["off", "rest", "rd", "-"]);
const mostCycleDays = 70;
export const mostPatternDays = 400;

/** A cycle as people write it, "07:00-15:00, 22:00-07:00, off"; or what of it cannot be read. */
export function readPattern(typed: string): { days: PatternDay[] } | { why: string } {
  const words = typed.split(/[,;\n]+/).map((word) => word.trim());
  const given = words.filter((word) => word !== "");
  if (given.length === 0) return { why: "Enter a day of the pattern, like 07:00-15:00 or off" };
  if (given.length > mostCycleDays) return { why: `Enter at most ${mostCycleDays} days` };
  const days: PatternDay[] = [];
  for (const [at, word] of given.entries()) {
    const day = readPatternDay(word);
    if (day === undefined) return { why: `Day ${at + 1} of the pattern must be like 07:00-15:00 or off` };
    days.push(day);
  }
  return days.some((day) => day !== null) ? { days } : { why: "Enter at least one day that is not off" };
}

function readPatternDay(word: string): PatternDay | undefined {
  if (off.has(word.toLowerCase())) return null;
  const [first = "", last = "", more] = word.split(/\s*(?:-|–|to)\s*/);
  const [from, to] = [readClock(first), readClock(last)];
  return from === null || to === null || more !== undefined || from === to ? undefined : { from, to };
}

export type DutyTimes = { startsAt: Date; endsAt: Date };

/** Which is meant of a start and of an end that comes twice. */
type ClockSides = Readonly<Record<"start" | "end", ClockSide | null>>;
const unasked: ClockSides = { start: null, end: null };

/** Why there is no duty: of which of its times, and whether that is only to be asked about. */
type NoDuty = { why: string; of: "start" | "end"; isTwice: boolean };

/**
 * The duty of a day by its times, as long as it really is; or why there is none. With `isDayMore` it ends a day later
 * than its times say, as one of more than 24 hours does.
 */
export function dutyOn(
  day: Day,
  { from, to, isDayMore = false }: { from: number; to: number; isDayMore?: boolean },
  sides: ClockSides = unasked,
): DutyTimes | NoDuty {
  const start = momentOf(localTime(day, from), from, sides.start);
  const endDay = addDays(endDayOf(day, { from, to }), isDayMore ? 1 : 0);
  const end = momentOf(localTime(endDay, to), to, sides.end);
  if ("why" in start) return { ...start, of: "start" };
  if ("why" in end) return { ...end, of: "end" };
  if (end.at <= start.at) return { why: "The end is not after the start", of: "end", isTwice: false };
  if (end.at.getTime() - start.at.getTime() > mostDutyHours * hourMs)
    return { why: `A duty is at most ${mostDutyHours} hours`, of: "end", isTwice: false };
  return { startsAt: start.at, endsAt: end.at };
}

const hourMs = 3_600_000;

/** The day on which a duty ends by its times: the next one where the end is earlier. */
export const endDayOf = (day: Day, { from, to }: { from: number; to: number }): Day =>
  to >= from ? day : addDays(day, 1);

function momentOf(
  local: LocalTime,
  minutes: number,
  side: ClockSide | null,
): { at: Date } | { why: string; isTwice: boolean } {
  if (local.kind === "one") return { at: local.at };
  const time = clockOf(minutes);
  if (local.kind === "none")
    return { why: `${time} never was: the clocks go forward over it`, isTwice: false };
  return side === null
    ? { why: `${time} comes twice: the clocks go back over it`, isTwice: true }
    : { at: local[side] };
}

export interface LaidPattern {
  duties: DutyTimes[];
  /** The days that cannot be laid, each with why. */
  problems: { day: Day; why: string }[];
  /** The days whose duty begins before the one before it ends. */
  overlaps: Day[];
}

/** The duties of one post by a cycle that begins on a day, up to another and with it. */
export function layPattern(days: readonly PatternDay[], begins: Day, until: Day): LaidPattern {
  const laid: LaidPattern = { duties: [], problems: [], overlaps: [] };
  for (let day = begins, at = 0; day <= until && at < mostPatternDays; day = addDays(day, 1), at += 1) {
    const times = days[at % days.length] ?? null;
    if (times === null) continue;
    const duty = dutyOn(day, times);
    if ("why" in duty) laid.problems.push({ day, why: duty.why });
    else {
      const before = laid.duties.at(-1);
      if (before !== undefined && duty.startsAt < before.endsAt) laid.overlaps.push(day);
      laid.duties.push(duty);
    }
  }
  return laid;
}
