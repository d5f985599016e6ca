import { addDays, type Day } from "#app/domain/team/day.ts";
import { clockOf, readClock, shownInLondon } from "./clock.ts";

/** A day of a cycle: from and to, in minutes of the day (`to` is of the next day where it is not later); null for off. */
export type PatternDay = { from: number; to: number } | null;

const off = new Set(["off", "rest", "rd", "-"]);
export const mostCycleDays = 70;
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

/** Which of two is meant where a time comes twice; null while nobody has said. */
export type Which = "first" | "second" | null;

/** The duty of a day by its times, as long as it really is; or why there is none. */
export function dutyOn(
  day: Day,
  { from, to }: { from: number; to: number },
  which: Which = null,
): DutyTimes | { why: string; isTwice: boolean } {
  const endDay = to > from ? day : addDays(day, 1);
  const [start, end] = [shownInLondon(day, from), shownInLondon(endDay, to)];
  for (const [shown, at] of [
    [start, from],
    [end, to],
  ] as const) {
    if (shown.times === "never")
      return { why: `${clockOf(at)} never was: the clocks went forward over it`, isTwice: false };
    if (shown.times === "twice" && which === null)
      return { why: `${clockOf(at)} came twice: the clocks went back over it`, isTwice: true };
  }
  const times = { startsAt: instantOf(start, which), endsAt: instantOf(end, which) };
  return times.endsAt > times.startsAt ? times : { why: "The end is not after the start", isTwice: false };
}

function instantOf(shown: ReturnType<typeof shownInLondon>, which: Which): Date {
  if (shown.times === "once") return shown.at;
  if (shown.times === "never" || which === null) throw new Error("A time that is not one was taken for one.");
  return shown[which];
}

export interface LaidPattern {
  duties: DutyTimes[];
  /** The days that cannot be laid, each with why. */
  problems: { day: Day; why: string }[];
}

/** The duties of one post by a cycle that begins on a day, up to another and with it. */
export function layPattern(days: readonly PatternDay[], begins: Day, until: Day): LaidPattern {
  const laid: LaidPattern = { duties: [], problems: [] };
  for (let day = begins, at = 0; day <= until && at < mostPatternDays; day = addDays(day, 1), at += 1) {
    const times = days[at % days.length] ?? null;
    if (times === null) continue;
    const duty = dutyOn(day, times);
    if ("why" in duty) laid.problems.push({ day, why: duty.why });
    else laid.duties.push(duty);
  }
  return laid;
}
