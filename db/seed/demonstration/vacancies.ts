import { daysBefore } from "./dates.ts";
import type { Random } from "./random.ts";
import type { DemonstrationPost, PostKind, Vacancy } from "./types.ts";

/** How many posts of each kind stand empty: 26 of 374, 7.0 %. Illustrative. */
const vacantCounts: Readonly<Partial<Record<PostKind, number>>> = { sergeant: 1, pc: 13, pcso: 12 };

const reasons = [
  "Retired",
  "Moved to another post in the force",
  "Promoted",
  "Transferred to another force",
  "Left the service",
  "Joined as a constable",
  "Seconded for more than 28 days",
];

// A vacancy older than 28 days needs a cover plan; one older than 90 is reviewed by the BCU.
const coverPlanAfterDays = 28;

const plans = [
  "Covered by the team in turn; calls are answered by the team's shared number.",
  "The neighbouring beat officer takes the regular meetings and surgeries.",
  "Patrols shared between the team until the post is filled.",
];

const pick = <Item>(items: readonly Item[], random: Random, otherwise: Item): Item =>
  items[random.index(items.length)] ?? otherwise;

const vacancyOf = (
  post: DemonstrationPost,
  coverPost: string | null,
  at: number,
  today: Date,
  random: Random,
): Vacancy => {
  const age = at % 5 === 0 ? 95 + random.index(60) : 6 + random.index(80);
  const joinsAsConstable =
    post.kind === "pcso" ? reasons : reasons.filter((reason) => !reason.startsWith("Joined"));
  const needsPlan = age > coverPlanAfterDays || post.kind === "sergeant";
  const covered = coverPost !== null && (post.kind === "sergeant" || (needsPlan && at % 2 === 0));
  return {
    since: daysBefore(today, age),
    reason: pick(joinsAsConstable, random, "Retired"),
    coverPlan: covered
      ? "Covered by a named officer of the team."
      : needsPlan
        ? pick(plans, random, "")
        : null,
    coveredByPostReference: covered ? coverPost : null,
    expectedFillOn: random.next() < 0.7 ? daysBefore(today, -(20 + random.index(100))) : null,
  };
};

/** Leaves some of the 374 posts empty, never two on one neighbourhood's beat; some are covered by a colleague. */
export const leaveSomeVacant = (
  posts: readonly DemonstrationPost[],
  today: Date,
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
    return { ...post, vacancy: vacancyOf(post, cover?.reference ?? null, at, today, random) };
  });
};
