import { answerInWords } from "#app/domain/priority/answer-words.ts";
import { remarksOn } from "#app/domain/priority/card.ts";
import { stateInWords } from "#app/domain/priority/states.ts";
import { traceInWords } from "#app/domain/priority/trace.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import type { PageFacts } from "./read-page.server.ts";
import { shownAgreement } from "./shown-agreement.server.ts";
import { shownEngagement } from "./shown-engagement.server.ts";
import { shownChange, shownJoint, shownWork } from "./shown-plan.server.ts";

type Priority = PageFacts["priority"];

const dayOf = (instant: Date | null) => (instant === null ? null : londonDay(instant));

const answerOf = ({ reviewedAt, reviewOutcome, ...priority }: Priority) =>
  answerInWords({
    state: priority.state,
    acceptedOn: dayOf(priority.acceptedAt),
    declinedOn: dayOf(priority.declinedAt),
    declineCode: priority.declineCode,
    declineReason: priority.declineReason,
    reviewDueOn: priority.reviewDueOn,
    review:
      reviewedAt === null || reviewOutcome === null
        ? null
        : { on: londonDay(reviewedAt), outcome: reviewOutcome, reason: priority.reviewReason },
  });

/** The page in words; `nameOf` names the neighbourhood of a slug, where it is in force. */
export function shownPage(
  { priority, steps, figures, plan, joint, engagement, rounds, signOffs }: PageFacts,
  today: Day,
  nameOf: (slug: string) => string | null,
) {
  const { reference, title, statement, state, category, slug, code, chosenIn, cycleNumber, item } = priority;
  return {
    reference,
    title,
    statement,
    state,
    stateWords: stateInWords(state, priority.lastPoll?.isFewReplies === true),
    category,
    neighbourhood: { slug, name: nameOf(slug) ?? code },
    chosenIn: chosenIn === null ? null : { slug: chosenIn, name: nameOf(chosenIn) },
    remarks: remarksOn(priority, today, figures),
    youSaid: {
      statement,
      sentences: traceInWords(priority.trace),
      quorum: priority.quorum,
      rationale:
        item === null
          ? null
          : {
              problem: item.problem,
              voteWords: item.voteWords,
              evidence: item.evidence,
              whyOverOthers: item.whyOverOthers,
              success: item.success,
            },
      cycle: cycleNumber === null ? null : { slug: chosenIn ?? slug, number: cycleNumber },
      answer: answerOf(priority),
    },
    work: plan && shownWork(plan, state, today),
    joint: shownJoint(joint),
    engagement: engagement && shownEngagement(engagement, today),
    change: plan && shownChange(plan),
    agreement: shownAgreement({ state, rounds, signOffs, steps, figures, today }),
    steps: steps.map(({ at, line }) => ({ at, line })),
  };
}
