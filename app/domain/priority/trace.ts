import { dayInWords } from "#app/domain/account/day-words.ts";
import { raisersInWords } from "#app/domain/candidate/evidence.ts";
import { motionInWords } from "#app/domain/panel/motion.ts";
import type { Day } from "#app/domain/team/day.ts";

/** How a priority came to be, as it stands on record. What is null did not happen or is not known. */
export interface Trace {
  raisers: number | null;
  vote: { votes: number; ballots: number; isIndicative: boolean } | null;
  score: { sum: number; outOf: number } | null;
  panel: {
    decidedOn: Day;
    members: number;
    motion: { for: number; against: number; abstain: number };
    isInterim: boolean;
  } | null;
  /** What it was taken before although that stood higher in the vote. */
  departures: readonly { passedOver: string; reason: string }[];
  /** Added by the team between cycles. */
  urgent: { addedOn: Day; reason: string } | null;
  partner: string | null;
}

const people = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

function panelSentence({ decidedOn, members, motion, isInterim }: NonNullable<Trace["panel"]>): string {
  const who = isInterim ? "an interim panel" : "the panel";
  return `Decided by ${who} of ${people(members, "member")} on ${dayInWords(decidedOn)}: ${motionInWords(motion)}.`;
}

/** "How it was chosen", a plain sentence each, in the order in which it happened. */
export function traceInWords(trace: Trace): string[] {
  const { raisers, vote, score, panel, departures, urgent, partner } = trace;
  const sentences: string[] = [];
  if (urgent)
    sentences.push(
      `Added by the neighbourhood team as urgent on ${dayInWords(urgent.addedOn)}: ${urgent.reason}`,
    );
  if (partner !== null) sentences.push(`Brought to the panel by ${partner}.`);
  if (raisers !== null) sentences.push(`${raisersInWords(raisers)}.`);
  if (vote) {
    sentences.push(`Chosen on ${vote.votes} of ${people(vote.ballots, "ballot")}.`);
    if (vote.isIndicative)
      sentences.push("Few people voted, so this is a hint of what people want and not a clear answer.");
  }
  if (score)
    sentences.push(
      `Scored ${score.sum} out of ${score.outOf} by rules that are the same everywhere. The score advises and does not decide.`,
    );
  if (panel) sentences.push(panelSentence(panel));
  for (const { passedOver, reason } of departures)
    sentences.push(`Taken before “${passedOver}”, which stood higher in the vote: ${reason}`);
  return sentences;
}
