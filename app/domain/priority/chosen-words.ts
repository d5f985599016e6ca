import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Trace } from "./trace.ts";

/** "How chosen" in one sentence, for a list; the priority's own page has the rest. */
export function chosenInOneSentence({ vote, panel, urgent, partner, raisers }: Trace): string {
  const decided =
    panel === null
      ? null
      : `adopted by ${panel.isInterim ? "an interim panel" : "the panel"} on ${dayInWords(panel.decidedOn)}`;
  const then =
    decided === null ? "" : `, ${urgent === null ? decided : decided.replace("adopted", "confirmed")}`;
  if (urgent !== null) return `Added by the team as urgent on ${dayInWords(urgent.addedOn)}${then}.`;
  if (partner !== null) return `Brought to the panel by ${partner}${then}.`;
  if (vote !== null) {
    const ballots = vote.ballots === 1 ? "1 ballot" : `${vote.ballots} ballots`;
    return `Chosen on ${vote.votes} of ${ballots}${then}.`;
  }
  if (decided === null) return "How it was chosen is not on record.";
  const raisedBy =
    raisers === null || raisers === 0
      ? ""
      : `, raised by ${raisers === 1 ? "1 person" : `${raisers} people`}`;
  return `A${decided.slice(1)}${raisedBy}.`;
}
