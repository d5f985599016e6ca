import type { Code } from "#app/domain/abstraction/codes.ts";
import type { Random } from "../random.ts";
import { chanceOf } from "./chance.ts";
import type { DutyPost } from "./force.ts";

/** A post that does not do its duty for days: nobody is at work, or (P1) they are attached elsewhere. */
export interface Absence {
  code: Code;
  /** Days as numbers, both included. */
  first: number;
  last: number;
}

interface Habit {
  code: Code;
  /** One chance in each stretch of so many days. */
  everyDays: number;
  chance: number;
  lengthOf: (random: Random) => number;
  isOf: (post: DutyPost) => boolean;
}

const anybody = () => true;

// Illustrative: about thirty duties of leave and six of sickness a year. The rarer first: they keep their days.
const habits: readonly Habit[] = [
  { code: "U4", everyDays: 728, chance: 0.02, lengthOf: ({ index }) => 120 + index(60), isOf: anybody },
  { code: "U6", everyDays: 728, chance: 0.006, lengthOf: ({ index }) => 30 + index(40), isOf: anybody },
  { code: "U7", everyDays: 728, chance: 0.01, lengthOf: ({ index }) => 60 + index(60), isOf: anybody },
  {
    code: "P1",
    everyDays: 364,
    chance: 0.09,
    lengthOf: ({ index }) => 5 + index(8),
    isOf: ({ kind }) => kind === "pc",
  },
  {
    code: "U3",
    everyDays: 140,
    chance: 0.5,
    lengthOf: ({ next, index }) => (next() < 0.08 ? 21 + index(40) : 1 + index(7)),
    isOf: anybody,
  },
  { code: "U1", everyDays: 70, chance: 0.97, lengthOf: ({ index }) => 5 + index(8), isOf: anybody },
];

const overlaps = (one: Absence, other: Absence) => one.first <= other.last && other.first <= one.last;

/** The absences of a post that touch the days from one to another, never two at once. */
export function absencesOf(post: DutyPost, from: number, to: number): Absence[] {
  const found: Absence[] = [];
  for (const { code, everyDays, chance, lengthOf, isOf } of habits) {
    if (!isOf(post)) continue;
    for (
      let stretch = Math.floor(from / everyDays) - 1;
      stretch <= Math.floor(to / everyDays) + 1;
      stretch += 1
    ) {
      const random = chanceOf(post.reference, code, stretch);
      if (random.next() >= chance) continue;
      const length = lengthOf(random);
      const first = stretch * everyDays + random.index(Math.max(1, everyDays - length));
      const absence = { code, first, last: first + length - 1 };
      if (!found.some((other) => overlaps(absence, other))) found.push(absence);
    }
  }
  return found.filter(({ first, last }) => first <= to && last >= from);
}
