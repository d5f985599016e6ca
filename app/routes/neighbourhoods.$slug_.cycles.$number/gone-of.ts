import type { CycleStage } from "#app/domain/cycle/stages.ts";
import { partOfLine, voteGoesOnLine } from "#app/domain/neighbourhood/succession-words.ts";
import { paths } from "#app/paths.ts";
import type { VotingPlace } from "#app/voting-place.server.ts";

/** That the neighbourhood of a round is gone, and where its priorities are now. */
export function goneOf(name: string, heirs: NonNullable<VotingPlace["heirs"]>, stage: CycleStage) {
  const names = heirs.map((heir) => heir.name);
  const isOver = stage === "closed" && names.length > 0;
  return {
    words: isOver ? partOfLine(name, names) : voteGoesOnLine(name, names),
    links: heirs.map((heir) => ({
      to: paths.neighbourhoodPriorities(heir.slug),
      words: `Priorities of ${heir.name}`,
    })),
  };
}
