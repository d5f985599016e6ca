import type { LineProblem } from "#app/domain/structure/line-problem.ts";
import { isPolicePost, titleOf } from "./title.ts";
import type { AllocationFact, KnownToTeams, PostFact, TeamsFile } from "./teams-file.ts";

/** Room for thirds written as 0.333. */
const weightTolerance = 0.001;

function* agencyProblems(posts: readonly PostFact[], known: KnownToTeams): Generator<LineProblem> {
  const agencies = agenciesOf(posts, known);
  for (const { line, kind, reference, agencyCode, agencyName, agencyKind } of posts) {
    const agency = agencies.get(agencyCode);
    if (!agency) {
      yield {
        line,
        message: `agency ${agencyCode} is new: give agency_name and agency_kind on one post of it`,
      };
    } else if (
      (agencyName !== null && agencyName !== agency.name) ||
      (agencyKind !== null && agencyKind !== agency.kind)
    ) {
      yield {
        line,
        message: `agency ${agencyCode} is called "${agency.name}" (${agency.kind}) on another line of the file`,
      };
    } else if (isPolicePost(kind) && agency.kind !== "police") {
      yield {
        line,
        message: `${reference} is a ${titleOf(kind)} post but agency ${agencyCode} is not police (${agency.kind})`,
      };
    }
  }
}

/** Every agency the file may name: its own words first, else what is known from before. */
export function agenciesOf(posts: readonly PostFact[], known: KnownToTeams): KnownToTeams["agencies"] {
  const said = new Map<string, { name: string; kind: NonNullable<PostFact["agencyKind"]> }>();
  for (const { agencyCode, agencyName, agencyKind } of posts) {
    if (agencyName !== null && agencyKind !== null && !said.has(agencyCode)) {
      said.set(agencyCode, { name: agencyName, kind: agencyKind });
    }
  }
  return new Map([...known.agencies, ...said]);
}

function* allocationProblems(
  allocations: readonly AllocationFact[],
  posts: ReadonlyMap<string, PostFact>,
  known: KnownToTeams,
): Generator<LineProblem> {
  const met = new Map<string, number>();
  for (const { line, postReference, neighbourhoodCode } of allocations) {
    if (!posts.has(postReference)) yield { line, message: `post ${postReference} has no post row` };
    if (!known.teamOfNeighbourhood.has(neighbourhoodCode)) {
      yield { line, message: `neighbourhood ${neighbourhoodCode} is not in the structure in force` };
    }
    const key = JSON.stringify([postReference, neighbourhoodCode]);
    const earlier = met.get(key);
    if (earlier === undefined) met.set(key, line);
    else {
      yield {
        line,
        message: `${postReference} is allocated to ${neighbourhoodCode} on line ${earlier} already`,
      };
    }
  }
}

function* weightProblems(
  posts: ReadonlyMap<string, PostFact>,
  allocations: readonly AllocationFact[],
): Generator<LineProblem> {
  const sums = new Map<string, number>();
  for (const { postReference, weight } of allocations) {
    sums.set(postReference, (sums.get(postReference) ?? 0) + weight);
  }
  for (const { line, reference } of posts.values()) {
    const sum = sums.get(reference);
    if (sum === undefined) yield { line, message: `${reference} has no allocation row` };
    // A hair of float error must not refuse a sum that stands exactly on the tolerance.
    else if (Math.abs(sum - 1) > weightTolerance + 1e-9) {
      yield { line, message: `the weights of ${reference} sum to ${Number(sum.toFixed(5))}, not 1` };
    }
  }
}

/** What is wrong with the posts of a file and how their time is shared. */
export function checkPosts({ posts, allocations }: TeamsFile, known: KnownToTeams): LineProblem[] {
  const byReference = new Map<string, PostFact>();
  const problems: LineProblem[] = [];
  for (const post of posts) {
    const earlier = byReference.get(post.reference);
    if (earlier) {
      problems.push({
        line: post.line,
        message: `post ${post.reference} stands on line ${earlier.line} already`,
      });
    } else byReference.set(post.reference, post);
    if (!known.teamCodes.has(post.teamCode)) {
      problems.push({ line: post.line, message: `team ${post.teamCode} is not in the structure in force` });
    }
  }
  return [
    ...problems,
    ...agencyProblems(posts, known),
    ...allocationProblems(allocations, byReference, known),
    ...weightProblems(byReference, allocations),
  ];
}
