import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { declineReasons, declineReasonWords, reviewOutcomeWords, type ReviewOutcome } from "./accept.ts";
import type { PriorityState } from "./states.ts";

/** What the police answered to a priority, as far as they have. */
export interface PoliceAnswer {
  state: PriorityState;
  acceptedOn: Day | null;
  declinedOn: Day | null;
  declineCode: string | null;
  declineReason: string | null;
  reviewDueOn: Day | null;
  review: { on: Day; outcome: ReviewOutcome; reason: string | null } | null;
}

const groundOf = (code: string | null) => {
  const reason = declineReasons.find((one) => one === code);
  return reason === undefined ? null : declineReasonWords[reason];
};

/** The answer of the inspector and, after a refusal, of the BCU commander: a sentence each, in their order. */
export function answerInWords(answer: PoliceAnswer): string[] {
  const { state, acceptedOn, declinedOn, declineCode, declineReason, reviewDueOn, review } = answer;
  const sentences: string[] = [];
  if (declinedOn !== null) {
    const ground = groundOf(declineCode);
    sentences.push(
      `The inspector declined it on ${dayInWords(declinedOn)}${ground === null ? "" : `. ${ground}`}.`,
    );
    if (declineReason !== null) sentences.push(`The reason given: ${declineReason}`);
    if (review !== null) {
      const reason = review.reason === null ? "." : `: ${review.reason}`;
      sentences.push(`${reviewOutcomeWords[review.outcome]} on ${dayInWords(review.on)}${reason}`);
    } else if (reviewDueOn !== null)
      sentences.push(`The BCU commander reviews the refusal by ${dayInWords(reviewDueOn)}.`);
  }
  if (acceptedOn !== null) sentences.push(`The inspector accepted it on ${dayInWords(acceptedOn)}.`);
  else if (state === "adopted") sentences.push("The inspector has not answered yet.");
  return sentences;
}
