import { dayInWords } from "#app/domain/account/day-words.ts";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import type { Day } from "#app/domain/team/day.ts";

interface When {
  cycle: { stage: CycleStage; votingEndsOn: Day } | null;
  isOpen: boolean;
  isCounted: boolean;
  nextOpensOn: Day | null;
  /** Boundaries no longer have the neighbourhood: there is no next vote here. */
  isGone: boolean;
}

const next = (opensOn: Day | null) =>
  opensOn === null ? "The next vote has no date yet." : `The next vote opens on ${dayInWords(opensOn)}.`;

/** Where the vote stands, in a sentence or two. */
export function whenWords({ cycle, isOpen, isCounted, nextOpensOn, isGone }: When): string {
  if (cycle === null) return `There has been no vote here yet. ${next(nextOpensOn)}`;
  const closing = dayInWords(cycle.votingEndsOn);
  if (isOpen) return `The vote is open until the end of ${closing}.`;
  if (isCounted && isGone) return `The vote closed on ${closing} and is counted.`;
  if (isCounted) return `The vote closed on ${closing} and is counted. ${next(nextOpensOn)}`;
  if (["voting", "panel"].includes(cycle.stage))
    return `The vote closed on ${closing}. The ballots are being counted.`;
  return `No vote is open. ${next(nextOpensOn)}`;
}
