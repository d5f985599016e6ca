import { voteGoesOnLine } from "#app/domain/neighbourhood/succession-words.ts";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import { paths } from "#app/paths.ts";
import type { VotingPlace } from "#app/voting-place.server.ts";

interface Vote {
  cycle: { stage: CycleStage } | null;
  isOpen: boolean;
  result: object | null;
}

/** Whether there is a vote to show: open, being counted, or counted. */
export const hasVote = ({ cycle, isOpen, result }: Vote): boolean =>
  isOpen || result !== null || cycle?.stage === "voting" || cycle?.stage === "panel";

/** That the neighbourhood of a vote is gone, and where its residents vote once this one is over. */
export const goneOf = (name: string, heirs: NonNullable<VotingPlace["heirs"]>, isOpen: boolean) => ({
  words: voteGoesOnLine(
    name,
    heirs.map((heir) => heir.name),
  ),
  links: isOpen ? [] : heirs.map((heir) => ({ to: paths.vote(heir.slug), words: `Vote in ${heir.name}` })),
});
