import { supportMark, completeScore, type Mark, type Marks } from "#app/domain/candidate/score.ts";
import { decidingBatches } from "./deciding-batches.ts";
import type { BallotMode } from "./modes.ts";
import { publishedBallots } from "./published.ts";
import { tallyOf, type CountedBallot, type TallyRow } from "./tally.ts";

/** The certified result of a vote, as it is kept and shown. */
export interface CertifiedResult {
  /** How the ballots that count came in. */
  modes: Readonly<Record<BallotMode, number>>;
  /** In the order of the vote; ids are those of candidates. */
  rows: readonly TallyRow[];
  batches: {
    /** How many count. */
    checked: number;
    /** Numbers of those that nobody finished entering: their papers do not count. */
    leftOut: readonly number[];
    /** Numbers of those without any one of which the first places would be others. */
    deciding: readonly number[];
  };
  /** The panel must write down why it trusts the count. */
  needsPanelNote: boolean;
}

/** A candidate before the count: its marks without the residents' support, which follows from it. */
export interface CandidateToCount {
  id: string;
  number: number;
  raisers: number;
  marks: Omit<Marks, "support">;
}

export interface BatchToCount {
  id: string;
  number: number;
  isChecked: boolean;
}

export interface CountFigures {
  lowParticipationBallots: number;
  mostOpenPriorities: number;
}

export interface CertifiedCount {
  ballots: number;
  quarantined: number;
  isIndicative: boolean;
  result: CertifiedResult;
  /** The mark for residents' support of each candidate, by id. */
  support: ReadonlyMap<string, Mark>;
  /** What is published. */
  csv: string;
}

/** Counts a closed vote: the order, the marks that follow from it, what is published, and how far batches decide it. */
export function certifyCount(
  ballots: readonly CountedBallot[],
  candidates: readonly CandidateToCount[],
  batches: readonly BatchToCount[],
  { lowParticipationBallots, mostOpenPriorities }: CountFigures,
): CertifiedCount {
  const unscored = candidates.map(({ id, number, raisers }) => ({ id, number, raisers, score: null }));
  const votes = tallyOf(ballots, unscored, lowParticipationBallots);
  const support = new Map(votes.rows.map((row) => [row.id, supportMark(row.votes, votes.ballots)]));
  const scored = candidates.map(({ id, number, raisers, marks }) => ({
    id,
    number,
    raisers,
    score: completeScore({ ...marks, support: support.get(id) ?? 0 }),
  }));
  const tally = tallyOf(ballots, scored, lowParticipationBallots);
  const influence = decidingBatches(ballots, scored, mostOpenPriorities);
  const numberOf = new Map(batches.map(({ id, number }) => [id, number]));
  const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  return {
    ballots: tally.ballots,
    quarantined: tally.quarantined,
    isIndicative: tally.isIndicative,
    result: {
      modes: tally.modes,
      rows: tally.rows,
      batches: {
        checked: batches.filter(({ isChecked }) => isChecked).length,
        leftOut: ascending(batches.flatMap(({ isChecked, number }) => (isChecked ? [] : [number]))),
        deciding: ascending(influence.deciding.flatMap((id) => numberOf.get(id) ?? [])),
      },
      needsPanelNote: influence.needsPanelNote,
    },
    support,
    csv: publishedBallots(ballots, scored).csv,
  };
}
