/** Where a candidate stands, as far as the order of a vote depends on it. */
export interface Standing {
  id: string;
  number: number;
  votes: number;
  raisers: number;
  score: number | null;
}

/** What set a candidate apart from others with as many votes; `panel`: nothing did, and the panel decides. */
export type TieBreaker = "raisers" | "score" | "panel";

export interface Ranked {
  id: string;
  votes: number;
  /** Places count as in a race: two second places leave no third. */
  rank: number;
  /** Ids of those of the same rank. */
  tiedWith: readonly string[];
  tieBrokenBy: TieBreaker | null;
}

// A score that nobody finished cannot help a candidate.
const scoreOf = ({ score }: Standing) => score ?? -1;
const compare = (a: Standing, b: Standing) =>
  b.votes - a.votes || b.raisers - a.raisers || scoreOf(b) - scoreOf(a);

function tieBreakerOf(one: Standing, all: readonly Standing[]): TieBreaker | null {
  const others = all.filter(({ id, votes }) => id !== one.id && votes === one.votes);
  if (others.length === 0) return null;
  const level = others.filter(({ raisers }) => raisers === one.raisers);
  if (level.length === 0) return "raisers";
  return level.some((other) => scoreOf(other) === scoreOf(one)) ? "panel" : "score";
}

/**
 * The order of a vote. Ties go to more distinct raisers, then to the higher methodology score, then stay open for the
 * panel: never by chance, by id or by who came first. Those still tied are listed by their number on the shortlist.
 */
export function rank(standings: readonly Standing[]): Ranked[] {
  const sorted = [...standings].sort((a, b) => compare(a, b) || a.number - b.number);
  return sorted.map((one) => ({
    id: one.id,
    votes: one.votes,
    rank: sorted.filter((other) => compare(other, one) < 0).length + 1,
    tiedWith: sorted.filter((other) => other !== one && compare(other, one) === 0).map(({ id }) => id),
    tieBrokenBy: tieBreakerOf(one, sorted),
  }));
}

const tieWords: Readonly<Record<TieBreaker, string>> = {
  raisers: "as many votes as another, so the number of people who raised it decided its place",
  score: "as many votes as another and was raised by as many people, so its score decided its place",
  panel:
    "as many votes as another, was raised by as many people and has the same score, so the panel decides",
};

/** Why a candidate with as many votes as another stands where it does; null where nobody has as many. */
export const tieInWords = ({ tieBrokenBy }: Pick<Ranked, "tieBrokenBy">): string | null =>
  tieBrokenBy === null ? null : tieWords[tieBrokenBy];
