import type { Code } from "#app/domain/abstraction/codes.ts";
import type { Random } from "../random.ts";
import { pickByWeight } from "./chance.ts";
import type { Shift } from "./rota.ts";

type Mix = readonly (readonly [Code, number])[];

const weekendNight: Mix = [
  ["R1", 68],
  ["C1", 10],
  ["A1", 8],
  ["S1", 6],
  ["R2", 8],
];
const late: Mix = [
  ["R1", 46],
  ["R2", 14],
  ["C1", 14],
  ["S1", 12],
  ["I1", 6],
  ["D1", 5],
  ["A1", 3],
];
const early: Mix = [
  ["R1", 20],
  ["D1", 13],
  ["C1", 16],
  ["L1", 12],
  ["T2", 10],
  ["I1", 12],
  ["S1", 10],
  ["R2", 5],
  ["A2", 2],
];
const matchDay: Mix = [
  ["A1", 52],
  ["R1", 24],
  ["C1", 10],
  ["S1", 8],
  ["D1", 6],
];
// A community support officer covers no response team.
const support: Mix = [
  ["S1", 34],
  ["D1", 34],
  ["A1", 18],
  ["T2", 14],
];

const friday = 4;
const saturday = 5;

const isWeekendNight = ({ kind, weekday }: Shift) =>
  kind === "night" || (kind === "late" && (weekday === friday || weekday === saturday));

/** What somebody is taken for in a shift. */
export function codeFor({ post, ...shift }: Shift, random: Random): Code {
  if (post.kind === "pcso") return pickByWeight(random, support);
  if (isWeekendNight({ post, ...shift })) return pickByWeight(random, weekendNight);
  if (shift.weekday === saturday) return pickByWeight(random, matchDay);
  return pickByWeight(random, shift.kind === "early" ? early : late);
}

/** How likely a shift is to be taken from, against the others. */
export const pullOf = (shift: Shift): number =>
  (shift.post.kind === "pcso" ? 0.5 : shift.post.kind === "sergeant" ? 0.6 : 1) *
  (isWeekendNight(shift) ? 4 : shift.weekday === saturday ? 2 : shift.kind === "late" ? 1.2 : 0.9);

/** From and to how many quarters of an hour something of each code takes. */
const quarters: Partial<Record<Code, readonly [least: number, most: number]>> = {
  R1: [14, 34],
  R2: [6, 16],
  C1: [8, 32],
  A1: [20, 36],
  A2: [30, 36],
  S1: [8, 30],
  I1: [6, 22],
  D1: [12, 32],
  T2: [28, 36],
  L1: [14, 30],
  T1: [16, 32],
  L2: [12, 28],
  W1: [6, 12],
  N2: [12, 30],
  N3: [1, 4],
  N4: [4, 12],
  U2: [36, 36],
  U3: [8, 24],
  U5: [6, 16],
};

/** A believable length in minutes. */
export function minutesOf(code: Code, random: Random): number {
  const [least, most] = quarters[code] ?? [8, 16];
  return (least + random.index(most - least + 1)) * 15;
}
