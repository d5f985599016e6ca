import { feedbackAnswers, feedbackAnswerWords, type FeedbackAnswer, type RoundKind } from "./answers.ts";
import { enoughPercent, isTooFewToShow, pollOf, type AnswerCounts } from "./poll.ts";

/** A round of feedback as its row holds it: counted once it is closed. */
export interface CountedRound {
  kind: RoundKind;
  quorum: number;
  isFewReplies: boolean | null;
  solved: number | null;
  betterEnough: number | null;
  betterNotEnough: number | null;
  noChange: number | null;
  worse: number | null;
  dontKnow: number | null;
  told: number | null;
}

/** What residents said, in the numbers that everybody may read and the sentences that say what they mean. */
export interface ShownPoll {
  kind: RoundKind;
  /** None where so few answered that it could be guessed who said what. */
  rows: { answer: FeedbackAnswer; words: string; people: number }[];
  sentences: string[];
  isFewReplies: boolean;
}

const peopleInWords = (people: number) => (people === 1 ? "1 person" : `${people} people`);

/** Null while the round takes answers: nobody reads how it stands before everybody has been able to answer. */
export function shownPoll(
  round: CountedRound,
  { feedbackPassPercent }: { feedbackPassPercent: number },
): ShownPoll | null {
  if (round.solved === null) return null;
  const counts: AnswerCounts = {
    solved: round.solved,
    "better-enough": round.betterEnough ?? 0,
    "better-not-enough": round.betterNotEnough ?? 0,
    "no-change": round.noChange ?? 0,
    worse: round.worse ?? 0,
    "dont-know": round.dontKnow ?? 0,
  };
  const { replies, knowing, enough } = pollOf(counts, { feedbackPassPercent });
  const { kind } = round;
  const isFewReplies = round.isFewReplies === true;
  const howMany = `${peopleInWords(replies)} answered. ${round.quorum} were needed.`;
  if (isTooFewToShow(replies))
    return {
      kind,
      rows: [],
      sentences: [howMany, "What so few people said is not shown: it could be guessed who said it."],
      isFewReplies,
    };
  const share = enoughPercent({ enough, knowing });
  const told = round.told ?? 0;
  const sentences = [
    howMany,
    share === null
      ? "Nobody said that they know whether it has got better."
      : `${knowing === 1 ? `${enough} of 1 who knows` : `${enough} of the ${knowing} who know`} said that it is solved, or better and enough to close: ${share} per cent.` +
        (kind === "sign-off" ? ` ${feedbackPassPercent} per cent are needed.` : ""),
  ];
  if (replies > 0) sentences.push(`${told} of ${replies} said that they were told what was done.`);
  return {
    kind,
    rows: feedbackAnswers.map((answer) => ({
      answer,
      words: feedbackAnswerWords[answer],
      people: counts[answer],
    })),
    sentences,
    isFewReplies,
  };
}
