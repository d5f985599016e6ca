import type { LineProblem } from "#app/domain/structure/line-problem.ts";
import type { KnownToTeams, TeamsFile } from "./teams-file.ts";

/** What is wrong with how residents reach a team: its contacts and bases. */
export function checkReach({ contacts, bases }: TeamsFile, known: KnownToTeams): LineProblem[] {
  const problems: LineProblem[] = [];
  for (const { line, neighbourhoodCodes } of [...contacts, ...bases]) {
    for (const code of neighbourhoodCodes) {
      if (known.teamOfNeighbourhood.has(code)) continue;
      problems.push({ line, message: `neighbourhood ${code} is not in the structure in force` });
    }
  }
  const contactLines = new Map<string, number>();
  for (const { line, neighbourhoodCodes } of contacts) {
    for (const code of neighbourhoodCodes) {
      const earlier = contactLines.get(code);
      if (earlier === undefined) contactLines.set(code, line);
      else problems.push({ line, message: `neighbourhood ${code} has a contact on line ${earlier} already` });
    }
  }
  const baseLines = new Map<string, number>();
  for (const { line, code, lng, lat } of bases) {
    const earlier = baseLines.get(code);
    if (earlier === undefined) baseLines.set(code, line);
    else problems.push({ line, message: `base ${code} stands on line ${earlier} already` });
    if ((lng === null) !== (lat === null))
      problems.push({ line, message: "give both lat and lng, or neither" });
  }
  return problems;
}
