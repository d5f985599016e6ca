import type { DutyPost } from "./force.ts";
import { chanceOf } from "./chance.ts";
import type { Clock } from "./clock.ts";

/** E early, L late, N night: five weeks from Monday to Sunday, 22 duties, 39.6 hours a week of nine-hour shifts. */
const weeks = ["EEEEE..", "LL..LLL", "..EEE..", "LLL.NN.", "..EE.EE"] as const;
const cycle = weeks.join("");
const weekDays = 7;
const dutiesInCycle = cycle.replaceAll(".", "").length;
const friday = 4;
const saturday = 5;

export type ShiftKind = "early" | "late" | "night";

/** One duty of a post: `from` and `to` in milliseconds. */
export interface Shift {
  post: DutyPost;
  /** The day on which it begins, as a number. */
  day: number;
  /** 0 is Monday. */
  weekday: number;
  kind: ShiftKind;
  from: number;
  to: number;
}

const kinds: Readonly<Record<string, ShiftKind>> = { E: "early", L: "late", N: "night" };
const starts: Readonly<Record<ShiftKind, number>> = { early: 420, late: 840, night: 1260 };
const lateStartOfWeekend = 60;
const flexMinutes = [0, 30, 60] as const;
const officerMinutes = 540;
const supportMinutes = 510;

/** What a post works on a day, whoever holds it: always the same. Null on a rest day. */
export function shiftOn(post: DutyPost, day: number, clock: Clock): Shift | null {
  const inRota = day + post.at * weekDays;
  const at = ((inRota % cycle.length) + cycle.length) % cycle.length;
  const letter = cycle[at] ?? ".";
  if (letter === "." || !isWorked(post, inRota, at)) return null;
  const rostered = kinds[letter] ?? "early";
  // Community support officers and sergeants do not work through the night.
  const kind = rostered === "night" && post.kind !== "pc" ? "late" : rostered;
  const weekday = ((day % weekDays) + weekDays) % weekDays;
  const isWeekend = weekday === friday || weekday === saturday;
  const start =
    starts[kind] + flexOf(post, day, kind) + (kind === "late" && isWeekend ? lateStartOfWeekend : 0);
  const length = post.kind === "pcso" ? supportMinutes : officerMinutes;
  return { post, day, weekday, kind, from: clock(day, start), to: clock(day, start + length) };
}

/** A part-time post works its share of the rota, spread over it. */
function isWorked({ fullTimeEquivalent }: DutyPost, inRota: number, at: number): boolean {
  if (fullTimeEquivalent >= 1) return true;
  const before = cycle.slice(0, at).replaceAll(".", "").length;
  const number = Math.floor(inRota / cycle.length) * dutiesInCycle + before;
  return Math.floor((number + 1) * fullTimeEquivalent) > Math.floor(number * fullTimeEquivalent);
}

/** Somebody's week begins at seven, half past, or eight. */
const flexOf = (post: DutyPost, day: number, kind: ShiftKind): number =>
  kind === "night"
    ? 0
    : (flexMinutes[chanceOf(post.reference, "flex", Math.floor(day / weekDays)).index(flexMinutes.length)] ??
      0);

/** Whether somebody holds the post on a day: a vacant post has no duty. */
export const isHeld = ({ held }: DutyPost, day: number): boolean =>
  held.some(({ from, to }) => from <= day && (to === null || day <= to));
