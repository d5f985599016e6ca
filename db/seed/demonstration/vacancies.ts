import type { Day } from "#app/domain/team/day.ts";
import type { PostKind } from "#app/domain/team/team.ts";

import { daysBefore } from "./dates.ts";
import type { Random } from "./random.ts";
import type { DemonstrationPost, Vacancy } from "./types.ts";

/** How many posts of each kind stand empty: 26 of 374, 7.0 %. Illustrative. */
const vacantCounts: Readonly<Partial<Record<PostKind, number>>> = { sergeant: 1, pc: 13, pcso: 12 };

const reasons = [
  "Retired",
  "Moved to another post in the force",
  "Transferred to another force",
  "Left the service",
  "Seconded for more than 28 days",
];

// A community support officer is not promoted within the role, and no constable joins as one.
const reasonsOf = (kind: PostKind) => (kind === "pcso" ? ["Joined as a constable"] : ["Promoted"]);

// A vacancy older than 28 days needs a cover plan; one older than 90 is reviewed by the BCU.
const coverPlanAfterDays = 28;

// Each finishes "Vacant, covered by …".
const plans = [
  "the rest of the team in turn",
  "the neighbouring beat officers",
  "patrols shared across the section",
];

const pick = <Item>(items: readonly Item[], random: Random, otherwise: Item): Item =>
  items[random.index(items.length)] ?? otherwise;

const vacancyOf = (
  post: DemonstrationPost,
  coverPost: string | null,
  at: number,
  day: Day,
  random: Random,
): Vacancy => {
  const age = at % 5 === 0 ? 95 + random.index(60) : 6 + random.index(80);
  const needsPlan = age > coverPlanAfterDays || post.kind === "sergeant";
  const covered = coverPost !== null && (post.kind === "sergeant" || (needsPlan && at % 2 === 0));
  return {
    since: daysBefore(day, age),
    reason: pick([...reasons, ...reasonsOf(post.kind)], random, "Retired"),
    coverPlan: covered ? "a colleague of the team" : needsPlan ? pick(plans, random, "") : null,
    coveredByPostReference: covered ? coverPost : null,
    expectedFillOn: random.next() < 0.7 ? daysBefore(day, -(20 + random.index(100))) : null,
  };
};

/** Leaves some of the 374 posts empty, never two on one neighbourhood's beat; some are covered by a colleague. */
export const leaveSomeVacant = (
  posts: readonly DemonstrationPost[],
  day: Day,
  random: Random,
): DemonstrationPost[] => {
  const empty = new Map<string, number>();
  const touched = new Set<string>();
  const left = new Map(Object.entries(vacantCounts));
  for (const { reference, kind, allocations } of random.shuffle(posts)) {
    const beat = kind === "sergeant" ? [] : allocations.map(({ neighbourhoodCode }) => neighbourhoodCode);
    if ((left.get(kind) ?? 0) === 0 || beat.some((code) => touched.has(code))) continue;
    left.set(kind, (left.get(kind) ?? 0) - 1);
    empty.set(reference, empty.size);
    for (const code of beat) touched.add(code);
  }
  return posts.map((post) => {
    const at = empty.get(post.reference);
    if (at === undefined) return post;
    const coverKind = post.kind === "sergeant" ? "pc" : post.kind;
    const cover = posts.find(
      ({ reference, kind, teamCode }) =>
        kind === coverKind && teamCode === post.teamCode && !empty.has(reference),
    );
    return { ...post, vacancy: vacancyOf(post, cover?.reference ?? null, at, day, random) };
  });
};
