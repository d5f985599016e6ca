import { motionInWords } from "#app/domain/panel/motion.ts";
import { raisersInWords } from "./evidence.ts";

/** A candidate that did not become a priority, as far as it is on record why. */
export interface NotChosen {
  raisers: number;
  isShortlisted: boolean;
  leftOffReason: string | null;
  vote: { votes: number; ballots: number; place: number } | null;
  /** What the panel did with it; null where it has not decided. */
  panel: {
    isMoved: boolean;
    motion: { for: number; against: number; abstain: number } | null;
    /** Why others that stand lower in the vote were taken. */
    passedOverReason: string | null;
  } | null;
}

const votesInWords = ({ votes, ballots }: { votes: number; ballots: number }) =>
  `It was on ${votes} of ${ballots === 1 ? "1 ballot" : `${ballots} ballots`}`;

/** Why something was not chosen, for whoever raised it: how many did, how the vote went, what the panel said. */
export function notChosenInWords({
  raisers,
  isShortlisted,
  leftOffReason,
  vote,
  panel,
}: NotChosen): string[] {
  const sentences = [`${raisersInWords(raisers)}.`];
  if (!isShortlisted)
    return [...sentences, `Left off the shortlist: ${leftOffReason ?? "no reason is on record"}`];
  if (vote !== null) sentences.push(`${votesInWords(vote)}, place ${vote.place}.`);
  if (panel === null) return sentences;
  if (panel.passedOverReason !== null)
    sentences.push(`The panel took others first: ${panel.passedOverReason}`);
  else if (panel.isMoved && panel.motion !== null)
    sentences.push(`The panel voted on it and did not adopt it: ${motionInWords(panel.motion)}.`);
  else sentences.push("Others stood higher in the vote, so the panel did not vote on it.");
  return sentences;
}
