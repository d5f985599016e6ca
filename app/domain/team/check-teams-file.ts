import type { LineProblem } from "#app/domain/structure/line-problem.ts";
import { checkHoldings } from "./check-holdings.ts";
import { checkPosts } from "./check-posts.ts";
import { checkReach } from "./check-reach.ts";
import type { Day } from "./day.ts";
import { checkLeadSergeants } from "./lead-sergeants.ts";
import { isBeatOfficer } from "./title.ts";
import type { HoldingFact, KnownToTeams, TeamsFile } from "./teams-file.ts";
import { isHeldOn, vacancyOn } from "./vacancy.ts";

export interface TeamsFileChecked {
  /** Any of these refuses the file; in line order. */
  problems: LineProblem[];
  /** These are said and loaded all the same. */
  warnings: string[];
}

function* neighbourhoodWarnings(
  { posts, allocations, contacts }: TeamsFile,
  known: KnownToTeams,
): Generator<string> {
  const beat = new Set(posts.filter(({ kind }) => isBeatOfficer(kind)).map(({ reference }) => reference));
  const withBeat = new Set(
    allocations.filter(({ postReference }) => beat.has(postReference)).map((row) => row.neighbourhoodCode),
  );
  const withContact = new Set(contacts.flatMap(({ neighbourhoodCodes }) => neighbourhoodCodes));
  for (const code of known.teamOfNeighbourhood.keys()) {
    if (!withBeat.has(code)) yield `${code} has no beat officer: no PC or PCSO post is allocated to it`;
    if (!withContact.has(code)) yield `${code} has no contact`;
  }
}

function* vacancyWarnings({ posts, holdings }: TeamsFile, today: Day): Generator<string> {
  const byPost = new Map<string, HoldingFact[]>(posts.map(({ reference }) => [reference, []]));
  for (const holding of holdings) byPost.get(holding.postReference)?.push(holding);
  for (const { reference, coverPlan } of posts) {
    const ofPost = byPost.get(reference) ?? [];
    const vacancy = vacancyOn(ofPost, today);
    if (vacancy === null) continue;
    const isCovered =
      coverPlan !== null ||
      ofPost.some((holding) => holding.kind !== "substantive" && isHeldOn(holding, today));
    if (vacancy.needsCoverPlan && !isCovered) {
      yield `${reference} has been vacant for ${vacancy.ageDays} days and nothing covers it`;
    }
    if (vacancy.needsBcuReview)
      yield `${reference} has been vacant for ${vacancy.ageDays} days: the BCU reviews it`;
    if (vacancy.since === null) {
      yield `${reference} is vacant and no ended holding says since when`;
    }
  }
}

/** Checks all that a teams file says, against itself and against what is known, as on a day. */
export function checkTeamsFile(file: TeamsFile, known: KnownToTeams, today: Day): TeamsFileChecked {
  const leads = checkLeadSergeants(file, known);
  return {
    problems: [
      ...checkPosts(file, known),
      ...checkHoldings(file),
      ...checkReach(file, known),
      ...leads.problems,
    ].sort((a, b) => a.line - b.line),
    warnings: [...leads.warnings, ...neighbourhoodWarnings(file, known), ...vacancyWarnings(file, today)],
  };
}
