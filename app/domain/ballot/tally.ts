import { ballotModes, type BallotMode } from "./modes.ts";
import { rank, type Ranked, type Standing } from "./rank.ts";

/** A ballot as the count sees it: no voter, no receipt. */
export interface CountedBallot {
  /** Ids of candidates, each once. */
  choices: readonly string[];
  mode: BallotMode;
  /** The batch staff entered it in; null for one cast online. */
  batchId: string | null;
  isQuarantined: boolean;
}

/** A candidate of the shortlist, with what may break a tie. */
export interface Candidate {
  id: string;
  /** Its number on the shortlist and in the published ballots. */
  number: number;
  /** Distinct people who raised it. */
  raisers: number;
  /** The methodology score out of 24; null while it is incomplete. */
  score: number | null;
}

export interface TallyRow extends Ranked {
  number: number;
  votesWithQuarantined: number;
}

export interface Tally {
  /** Ballots that count. */
  ballots: number;
  quarantined: number;
  /** How the ballots that count came in. */
  modes: Readonly<Record<BallotMode, number>>;
  /** Too few ballots to be more than indicative. */
  isIndicative: boolean;
  /** In the order of the vote. */
  rows: readonly TallyRow[];
}

function votesOf(ballots: readonly CountedBallot[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (const { choices } of ballots) {
    for (const id of new Set(choices)) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return votes;
}

/** The order of the vote over some ballots, quarantined ones left out. */
export function orderOf(
  ballots: readonly CountedBallot[],
  candidates: readonly Candidate[],
): readonly Ranked[] {
  const votes = votesOf(ballots.filter(({ isQuarantined }) => !isQuarantined));
  return rank(candidates.map((one): Standing => ({ ...one, votes: votes.get(one.id) ?? 0 })));
}

/** The count of a vote: unweighted, with and without the ballots in quarantine; the order is that without. */
export function tallyOf(
  ballots: readonly CountedBallot[],
  candidates: readonly Candidate[],
  lowParticipationBallots: number,
): Tally {
  const counted = ballots.filter(({ isQuarantined }) => !isQuarantined);
  const votesWithQuarantined = votesOf(ballots);
  const numberOf = new Map(candidates.map(({ id, number }) => [id, number]));
  const modes: Record<BallotMode, number> = { online: 0, paper: 0, phone: 0, assisted: 0 };
  for (const mode of ballotModes) modes[mode] = counted.filter((ballot) => ballot.mode === mode).length;
  return {
    ballots: counted.length,
    quarantined: ballots.length - counted.length,
    modes,
    isIndicative: counted.length < lowParticipationBallots,
    rows: orderOf(ballots, candidates).map((row) => ({
      ...row,
      number: numberOf.get(row.id) ?? 0,
      votesWithQuarantined: votesWithQuarantined.get(row.id) ?? 0,
    })),
  };
}

/** "64 ballots", with what a reader must know of so few. */
export function ballotsInWords({ ballots, isIndicative }: Pick<Tally, "ballots" | "isIndicative">): string {
  const words = ballots === 1 ? "1 ballot" : `${ballots} ballots`;
  return isIndicative ? `${words}, too few for a clear answer` : words;
}
