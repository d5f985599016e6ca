import type { CycleStage } from "#app/domain/cycle/stages.ts";
import type { EvidenceCard } from "./evidence.ts";
import { marks, type Criterion, type Mark, type Marks } from "./score.ts";

/** What staff write on a candidate's card, as it is stored. */
export interface StoredCard {
  statement: string;
  raisers: number;
  trendWords: string | null;
  trendSource: string | null;
  partnersWords: string | null;
  harmWords: string | null;
  underHeardWords: string | null;
}

export const cardOf = (stored: StoredCard): EvidenceCard => ({
  problem: stored.statement,
  raisers: stored.raisers,
  trend:
    stored.trendWords === null
      ? null
      : { words: stored.trendWords, sources: stored.trendSource === null ? [] : [stored.trendSource] },
  inHand: stored.partnersWords,
  harm: stored.harmWords,
  underHeard: stored.underHeardWords,
});

export interface StoredMarks {
  scoreSupport: number | null;
  scoreEvidence: number | null;
  scoreHarm: number | null;
  scoreUnderHeard: number | null;
  scoreChangeable: number | null;
  scoreNotInHand: number | null;
}

const markOf = (stored: number | null): Mark | undefined => marks.find((mark) => mark === stored);

export function marksOf(stored: StoredMarks): Marks {
  const given: Partial<Record<Criterion, Mark>> = {};
  const give = (criterion: Criterion, value: number | null) => {
    const mark = markOf(value);
    if (mark !== undefined) given[criterion] = mark;
  };
  give("support", stored.scoreSupport);
  give("evidence", stored.scoreEvidence);
  give("harm", stored.scoreHarm);
  give("under-heard", stored.scoreUnderHeard);
  give("within-reach", stored.scoreChangeable);
  give("not-in-hand", stored.scoreNotInHand);
  return given;
}

const openStages: readonly CycleStage[] = ["raising", "research", "shortlisting"];

/** Why the candidates of a cycle cannot be changed; null where they can. */
export function problemOfChanging(stage: CycleStage): string | null {
  if (openStages.includes(stage)) return null;
  if (stage === "planned") return "This cycle has not begun";
  return stage === "closed"
    ? "This cycle is over: its candidates cannot be changed any more"
    : "The shortlist is published: its candidates cannot be changed any more";
}

/** Why somebody who reads a card cannot change it, in a sentence; null where they can. */
export function whyReadOnly(stage: CycleStage, mayWrite: boolean): string | null {
  const problem = problemOfChanging(stage);
  if (problem !== null) return `${problem}.`;
  return mayWrite ? null : "Only the sergeant and an analyst of this neighbourhood change its candidates.";
}
