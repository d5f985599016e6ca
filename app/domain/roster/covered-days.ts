import { addDays, daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";
import type { RosterRow } from "./read-row.ts";

/** Days of a post, the last one part of it. */
export interface PostDays {
  postId: string;
  firstDay: Day;
  lastDay: Day;
}

/** Of what a roster speaks. */
interface CoveredDays {
  /** The days of each post of which it says all, in time: what an earlier roster said of them is replaced. */
  covered: PostDays[];
  /** In what stretches its rows lie, each with when the last of its rows ends. */
  stretches: (PostDays & { lastEnd: Date })[];
}

// Rest days and a week of leave lie between two duties; what is further apart may be a slip in a date.
const mostDaysApart = 7;

interface Spoken {
  taken: Set<Day>;
  lastEnds: Map<Day, number>;
  refused: Set<Day>;
  /** A row was refused of which nobody knows the day. */
  isUnsure: boolean;
}

/**
 * The days of which a roster says all. It says so of a day of a post that has a row to be taken, and of those between
 * two such days at most a week apart, but not of a day with a refused row. Where the day of a refused row is not known,
 * it says so only of the days that have a row. A row that is left out adds none, and no day is before `notBefore`.
 */
export function coveredDays(rows: readonly RosterRow[], notBefore: Day | null): CoveredDays {
  const found: CoveredDays = { covered: [], stretches: [] };
  for (const [postId, spoken] of [...byPost(rows)].sort(([one], [other]) => (one < other ? -1 : 1)))
    for (const days of stretchesOf(spoken.taken)) addStretch(found, postId, { days, spoken, notBefore });
  return found;
}

function byPost(rows: readonly RosterRow[]): Map<string, Spoken> {
  const posts = new Map<string, Spoken>();
  const dayOf = dayReader();
  for (const { state, postId, startsAt, endsAt } of rows) {
    if (postId === null || state === "ignored") continue;
    const spoken = posts.get(postId) ?? nothing();
    posts.set(postId, spoken);
    const day = startsAt === null ? null : dayOf(startsAt);
    if (day === null) spoken.isUnsure = true;
    else if (state === "refused") spoken.refused.add(day);
    else {
      spoken.taken.add(day);
      spoken.lastEnds.set(day, Math.max(spoken.lastEnds.get(day) ?? 0, endsAt?.getTime() ?? 0));
    }
  }
  return posts;
}

const nothing = (): Spoken => ({
  taken: new Set(),
  lastEnds: new Map(),
  refused: new Set(),
  isUnsure: false,
});

/** Many posts begin at the same moments, and a calendar is slow. */
function dayReader(): (at: Date) => Day {
  const known = new Map<number, Day>();
  return (at) => {
    const day = known.get(at.getTime()) ?? londonDay(at);
    known.set(at.getTime(), day);
    return day;
  };
}

function stretchesOf(taken: ReadonlySet<Day>): [Day, ...Day[]][] {
  const stretches: [Day, ...Day[]][] = [];
  for (const day of [...taken].sort()) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1);
    if (stretch !== undefined && last !== undefined && daysBetween(last, day) <= mostDaysApart)
      stretch.push(day);
    else stretches.push([day]);
  }
  return stretches;
}

function addStretch(
  { covered, stretches }: CoveredDays,
  postId: string,
  { days, spoken, notBefore }: { days: [Day, ...Day[]]; spoken: Spoken; notBefore: Day | null },
): void {
  const [firstDay] = days;
  const lastDay = days.at(-1) ?? firstDay;
  const lastEnd = new Date(Math.max(...days.map((day) => spoken.lastEnds.get(day) ?? 0)));
  stretches.push({ postId, firstDay, lastDay, lastEnd });
  let open: PostDays | null = null;
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    const isLeftOut =
      spoken.refused.has(day) ||
      (spoken.isUnsure && !spoken.taken.has(day)) ||
      (notBefore !== null && day < notBefore);
    if (isLeftOut) open = null;
    else if (open === null) covered.push((open = { postId, firstDay: day, lastDay: day }));
    else open.lastDay = day;
  }
}
