import { pollOf } from "./poll.ts";
import type { AnswerCounts } from "./poll.ts";

/** The last round that was counted in which residents were asked whether a priority is solved. */
export interface LastPoll {
  counts: AnswerCounts;
  quorum: number;
  isFewReplies: boolean;
}

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

/** What residents said, in one sentence for a list or a picture. */
export function pollInOneSentence({ counts, quorum, isFewReplies }: LastPoll): string {
  // The mark is of no matter to the numbers.
  const { replies, knowing, enough } = pollOf(counts, { feedbackPassPercent: 100 });
  return isFewReplies
    ? `Few replies: ${people(replies)} answered and ${quorum} were needed.`
    : `${people(replies)} answered. Of the ${knowing} who know, ${enough} said that it is enough.`;
}
