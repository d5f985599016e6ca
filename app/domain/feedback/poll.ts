import type { Settings } from "#app/domain/settings/settings.ts";
import { feedbackAnswers, saysEnough, type FeedbackAnswer } from "./answers.ts";

export type AnswerCounts = Readonly<Record<FeedbackAnswer, number>>;

/** What residents said in one round of feedback. */
export interface Poll {
  /** Everybody who answered, whatever they said. */
  replies: number;
  /** Those who said that they know. */
  knowing: number;
  /** Those who said solved, or better and enough. */
  enough: number;
  isPassed: boolean;
}

/** How many replies feedback needs, from how many people voted for the priority. */
export const feedbackQuorum = (
  voters: number,
  {
    feedbackQuorumLeast,
    feedbackQuorumMost,
    feedbackQuorumPercent,
  }: Pick<Settings, "feedbackQuorumLeast" | "feedbackQuorumMost" | "feedbackQuorumPercent">,
): number => {
  const share = Math.ceil((voters * feedbackQuorumPercent) / 100);
  return Math.max(feedbackQuorumLeast, Math.min(feedbackQuorumMost, share));
};

/** Counts answers. Nobody who knows is nobody who says that it is enough: such a poll has not passed. */
export function pollOf(
  counts: AnswerCounts,
  { feedbackPassPercent }: Pick<Settings, "feedbackPassPercent">,
): Poll {
  const sum = (of: readonly FeedbackAnswer[]) => of.reduce((total, answer) => total + counts[answer], 0);
  const replies = sum(feedbackAnswers);
  const knowing = replies - counts["dont-know"];
  const enough = sum(feedbackAnswers.filter(saysEnough));
  // In whole numbers: a share of exactly the mark passes.
  return { replies, knowing, enough, isPassed: knowing > 0 && enough * 100 >= feedbackPassPercent * knowing };
}

// As many as the smallest quorum: no poll that counts by its answers is ever this small.
const fewestShown = 5;

/** Whether so few answered that what each of them said could be guessed: how many they were is all that anybody reads. */
export const isTooFewToShow = (replies: number): boolean => replies > 0 && replies < fewestShown;

/** The share that a poll passed or failed by, rounded down so that it never shows as reached what was not; null of nobody. */
export const enoughPercent = ({ enough, knowing }: Pick<Poll, "enough" | "knowing">): number | null =>
  knowing === 0 ? null : Math.floor((enough * 100) / knowing);
