/** What a candidate is scored by, nought to four each. The score informs; it does not decide. */
export const criteria = [
  "support",
  "evidence",
  "harm",
  "under-heard",
  "within-reach",
  "not-in-hand",
] as const;
export type Criterion = (typeof criteria)[number];

export const marks = [0, 1, 2, 3, 4] as const;
export type Mark = (typeof marks)[number];

/** Changed only with a new version of the methodology, agreed at the board. */
export const methodologyVersion = 1;

export const criterionWords: Readonly<Record<Criterion, { name: string; hint: string }>> = {
  support: {
    name: "Residents’ support",
    hint: "The share of ballots that chose it. Worked out from the vote: 1 up to a quarter, 2 up to a half, 3 up to three quarters, 4 above",
  },
  evidence: {
    name: "Evidence",
    hint: "0 none, 2 a trend from one source, 4 a clear trend that two sources agree on",
  },
  harm: {
    name: "Harm and vulnerability",
    hint: "0 a nuisance to few, 2 wears people down, 4 serious harm or people who cannot protect themselves",
  },
  "under-heard": {
    name: "Under-heard groups",
    hint: "0 affects nobody in particular, 2 some, 4 mostly people who are seldom heard",
  },
  "within-reach": {
    name: "Local partners can change it",
    hint: "0 out of the hands of police and partners here, 2 in part, 4 within this cycle",
  },
  "not-in-hand": {
    name: "Not already in hand",
    hint: "0 somebody works on it well already, 2 in part, 4 nobody does",
  },
};

export type Marks = Readonly<Partial<Record<Criterion, Mark>>>;

export interface Score {
  /** The sum of the marks given so far. */
  sum: number;
  outOf: number;
  missing: readonly Criterion[];
}

/** The highest score there is. */
export const fullScore = criteria.length * 4;

/** The unweighted sum of a candidate's marks, and which are still to be given. */
export function scoreOf(given: Marks): Score {
  const sum = criteria.reduce((total, criterion) => total + (given[criterion] ?? 0), 0);
  return { sum, outOf: fullScore, missing: criteria.filter((criterion) => given[criterion] === undefined) };
}

/** A score that may break a tie or stand on a page as final: the sum, or null while a mark is missing. */
export function completeScore(given: Marks): number | null {
  const { sum, missing } = scoreOf(given);
  return missing.length === 0 ? sum : null;
}

/** The mark for residents' support: nought for no votes, then one for each quarter of the ballots begun. */
export function supportMark(votes: number, ballots: number): Mark {
  const quarters = ballots === 0 ? 0 : Math.ceil((4 * votes) / ballots);
  return marks.find((mark) => mark >= quarters) ?? 4;
}

/** "13 out of 24", or what is still missing. */
export function scoreInWords({ sum, outOf, missing }: Score): string {
  if (missing.length === 0) return `${sum} out of ${outOf}`;
  if (missing.length === criteria.length) return "No marks yet";
  const names = missing.map((criterion) => criterionWords[criterion].name.toLowerCase());
  return `${sum} so far, without ${names.join(", ")}`;
}
