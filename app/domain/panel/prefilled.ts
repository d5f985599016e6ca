import { raisersInWords } from "#app/domain/candidate/evidence.ts";
import type { Rationale } from "./resolution.ts";

/** What is on record of a candidate, from which the reasons of the panel can be begun. */
export interface OnRecord {
  statement: string;
  raisers: number;
  trendWords: string | null;
  trendSource: string | null;
  harmWords: string | null;
  /** Null where no count was certified. */
  vote: { votes: number; ballots: number; place: number } | null;
}

const sentence = (words: string | null) => {
  const text = words?.trim() ?? "";
  return text === "" ? [] : [/[.!?]$/.test(text) ? text : `${text}.`];
};

/** The parts of the rationale that the record already says; the panel's own reasons stay for it to write. */
export function prefilledRationale(known: OnRecord): Rationale {
  const { vote } = known;
  const source = known.trendSource === null ? null : `Source: ${known.trendSource}`;
  return {
    problem: known.statement,
    voteResult:
      vote === null
        ? "There was no vote on it."
        : `${vote.votes} of ${vote.ballots} ${vote.ballots === 1 ? "ballot" : "ballots"}, place ${vote.place}.`,
    evidence: [
      ...sentence(raisersInWords(known.raisers)),
      ...sentence(known.trendWords),
      ...sentence(source),
      ...sentence(known.harmWords),
    ].join(" "),
    whyOverOthers: "",
    successLooksLike: "",
  };
}
