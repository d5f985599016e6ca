import type { LineProblem } from "#app/domain/structure/line-problem.ts";
import type { KnownToTeams, PostFact, TeamsFile } from "./teams-file.ts";

export interface LeadSergeants {
  problems: LineProblem[];
  warnings: string[];
}

/**
 * Checks that each neighbourhood has one lead sergeant: the sergeant post whose time is allocated
 * to it, or where none is, the sergeant post of its team. Two are an error, none is a warning.
 */
export function checkLeadSergeants({ posts, allocations }: TeamsFile, known: KnownToTeams): LeadSergeants {
  const sergeants = new Map(
    posts.filter(({ kind }) => kind === "sergeant").map((post) => [post.reference, post]),
  );
  const allocated = new Map<string, PostFact[]>();
  for (const { postReference, neighbourhoodCode } of allocations) {
    const sergeant = sergeants.get(postReference);
    if (sergeant) allocated.set(neighbourhoodCode, [...(allocated.get(neighbourhoodCode) ?? []), sergeant]);
  }
  const ofTeam = new Map<string, PostFact[]>();
  for (const post of sergeants.values())
    ofTeam.set(post.teamCode, [...(ofTeam.get(post.teamCode) ?? []), post]);
  const problems: LineProblem[] = [];
  const warnings: string[] = [];
  for (const [neighbourhoodCode, teamCode] of known.teamOfNeighbourhood) {
    const [lead, second] = allocated.get(neighbourhoodCode) ?? ofTeam.get(teamCode) ?? [];
    if (!lead)
      warnings.push(`${neighbourhoodCode} has no lead sergeant: team ${teamCode} has no sergeant post`);
    else if (second) {
      problems.push({
        line: second.line,
        message: `${neighbourhoodCode} would have two lead sergeants: ${lead.reference} (line ${lead.line}) and ${second.reference}`,
      });
    } else if (lead.teamCode !== teamCode) {
      warnings.push(
        `${neighbourhoodCode} is led by ${lead.reference} of team ${lead.teamCode}, not of its own ${teamCode}`,
      );
    }
  }
  return { problems, warnings };
}
