import { splitInWords } from "./mode-split.ts";
import type { CertifiedResult } from "./certified.ts";
import { tieInWords } from "./rank.ts";

/** A certified count as everybody may see it. */
export interface ShownResult {
  ballots: number;
  /** How they came in; null where that would give few people away. */
  split: string | null;
  quarantined: number;
  isLowParticipation: boolean;
  rows: readonly {
    id: string;
    /** Its number on the list and in the published ballots. */
    number: number;
    title: string;
    votes: number;
    votesWithQuarantined: number;
    rank: number;
    tie: string | null;
  }[];
  /** Numbers of the batches whose papers do not count. */
  leftOut: readonly number[];
  seal: string;
}

interface Count {
  counted: number;
  quarantined: number;
  isLowParticipation: boolean;
  result: CertifiedResult;
  seal: string;
}

/** What is shown of a certified count; titles are by the number on the list. */
export const shownResult = (
  { counted, quarantined, isLowParticipation, result, seal }: Count,
  titles: ReadonlyMap<number, string>,
  smallestShownCount: number,
): ShownResult => ({
  ballots: counted,
  split: splitInWords(result.modes, smallestShownCount),
  quarantined,
  isLowParticipation,
  rows: result.rows.map(({ id, number, votes, votesWithQuarantined, rank, tieBrokenBy }) => ({
    id,
    number,
    title: titles.get(number) ?? "",
    votes,
    votesWithQuarantined,
    rank,
    tie: tieInWords({ tieBrokenBy }),
  })),
  leftOut: result.batches.leftOut,
  seal,
});
