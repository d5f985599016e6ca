import type { FeedbackAnswer } from "#app/domain/feedback/answers.ts";
import { feedbackQuorum, pollOf, type AnswerCounts } from "#app/domain/feedback/poll.ts";
import { roundEnd } from "#app/domain/feedback/sign-off.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import type { Random } from "../random.ts";
import type { ToldAnswer, ToldRound } from "./life.ts";
import { atHour, between, pick } from "./telling.ts";

const { feedbackDays, feedbackExtensionDays } = defaultSettings;
/** The most who answer in one round of the history. */
export const mostRepliers = 24;

type Mood = "content" | "doubtful";

// How often each is said among ten.
const said: Readonly<Record<Mood, readonly FeedbackAnswer[]>> = {
  content: [
    "solved",
    "solved",
    "solved",
    "better-enough",
    "better-enough",
    "better-enough",
    "better-enough",
    "better-not-enough",
    "no-change",
    "dont-know",
  ],
  doubtful: [
    "solved",
    "better-enough",
    "better-enough",
    "better-not-enough",
    "better-not-enough",
    "better-not-enough",
    "better-not-enough",
    "no-change",
    "worse",
    "dont-know",
  ],
};

export const countsOf = (answers: readonly { answer: FeedbackAnswer }[]): AnswerCounts => {
  const of = (wanted: FeedbackAnswer) => answers.filter(({ answer }) => answer === wanted).length;
  return {
    solved: of("solved"),
    "better-enough": of("better-enough"),
    "better-not-enough": of("better-not-enough"),
    "no-change": of("no-change"),
    worse: of("worse"),
    "dont-know": of("dont-know"),
  };
};

/** So many answers whose count passes, or does not: the rule says which, not this module. */
function drawAnswers(random: Random, replies: number, mood: Mood): FeedbackAnswer[] {
  for (;;) {
    const answers = Array.from({ length: replies }, () => pick(random, said[mood]));
    const { isPassed } = pollOf(countsOf(answers.map((answer) => ({ answer }))), defaultSettings);
    if (isPassed === (mood === "content")) return answers;
  }
}

/** A round in which residents are asked from a day on. */
export function tellRound(
  random: Random,
  {
    number,
    opensOn,
    voters,
    wanted,
    panel,
    isPrompt,
  }: {
    number: number;
    opensOn: Day;
    voters: number;
    wanted: "passed" | "short" | "few";
    panel: { isFor: boolean; heldOn: Day | undefined } | null;
    isPrompt: boolean;
  },
): ToldRound {
  const quorum = feedbackQuorum(voters, defaultSettings);
  const isExtended = wanted === "few" || (!isPrompt && random.next() < 0.1);
  const replies =
    wanted === "few"
      ? between(random, 1, quorum - 1)
      : between(random, quorum, Math.min(mostRepliers, quorum + 8));
  const firstClosesOn = addDays(opensOn, feedbackDays);
  const closesOn = isExtended ? addDays(firstClosesOn, 1 + feedbackExtensionDays) : firstClosesOn;
  const inTime = isExtended ? Math.min(replies, quorum - 1) : replies;
  const answers = drawAnswers(random, replies, wanted === "short" ? "doubtful" : "content").map(
    (answer, at): ToldAnswer => {
      const [first, last] = at < inTime ? [opensOn, firstClosesOn] : [addDays(firstClosesOn, 2), closesOn];
      const on = addDays(first, between(random, 0, daysBetween(first, last)));
      return { answer, at: atHour(on, between(random, 13, 20), random.index(60)) };
    },
  );
  const poll = pollOf(countsOf(answers), defaultSettings);
  const closedOn = addDays(closesOn, 1);
  return {
    number,
    opensOn,
    firstClosesOn,
    closesOn,
    isExtended,
    voters,
    quorum,
    answers,
    isPassed: poll.isPassed,
    isFewReplies: roundEnd({ replies: poll.replies, quorum, isExtended: true }) === "few-replies",
    closedAt: atHour(closedOn, 0, 20),
    panel:
      panel === null
        ? null
        : { isFor: panel.isFor, heldOn: panel.heldOn ?? addDays(closedOn, between(random, 5, 9)) },
  };
}

/** Some months after a sign-off, residents are asked whether it lasted: the few who answer are content. */
export function tellLasting(random: Random, opensOn: Day, voters: number): ToldRound {
  const wanted = random.next() < 0.6 ? "passed" : "few";
  const round = tellRound(random, { number: 1, opensOn, voters, wanted, panel: null, isPrompt: true });
  const answers = round.answers.filter(({ at }) => at < atHour(addDays(round.firstClosesOn, 1), 0));
  const poll = pollOf(countsOf(answers), defaultSettings);
  return {
    ...round,
    // Nobody extends it: it decides nothing.
    isExtended: false,
    closesOn: round.firstClosesOn,
    answers,
    isPassed: poll.isPassed,
    isFewReplies: answers.length < round.quorum,
    closedAt: atHour(addDays(round.firstClosesOn, 1), 0, 20),
  };
}
