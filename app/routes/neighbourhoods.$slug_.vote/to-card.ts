import type { Mark, Marks } from "#app/domain/candidate/score.ts";
import { marks, scoreInWords, scoreOf } from "#app/domain/candidate/score.ts";
import { raisersInWords } from "#app/domain/candidate/evidence.ts";
import type { DecidedCandidate } from "#db/queries/vote.ts";

/** A candidate as the ballot paper shows it: what is known of it, and its methodology score. */
export interface Card {
  number: number;
  title: string;
  statement: string;
  raisers: string;
  facts: readonly { term: string; value: string }[];
  score: string;
}

const markOf = (score: number | null): Mark | undefined => marks.find((mark) => mark === score);

/** The marks given to a candidate so far. */
export function marksOf(row: DecidedCandidate): Marks {
  const given = {
    support: markOf(row.scoreSupport),
    evidence: markOf(row.scoreEvidence),
    harm: markOf(row.scoreHarm),
    "under-heard": markOf(row.scoreUnderHeard),
    "within-reach": markOf(row.scoreChangeable),
    "not-in-hand": markOf(row.scoreNotInHand),
  };
  return Object.fromEntries(Object.entries(given).filter(([, mark]) => mark !== undefined));
}

export function toCard(row: DecidedCandidate): Card {
  const { number, title, statement, raisers, trendWords, trendSource } = row;
  const trend = [trendWords, trendSource === null ? null : `(${trendSource})`].filter(
    (part) => part !== null,
  );
  const facts = [
    { term: "What the figures say", value: trend.join(" ") },
    { term: "What is done already", value: row.partnersWords ?? "" },
    { term: "Who is harmed and how", value: row.harmWords ?? "" },
    { term: "Seldom heard groups", value: row.underHeardWords ?? "" },
  ];
  return {
    number,
    title,
    statement,
    raisers: raisersInWords(raisers),
    facts: facts.filter(({ value }) => value !== ""),
    score: scoreInWords(scoreOf(marksOf(row))),
  };
}
