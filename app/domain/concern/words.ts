import { reasonInWords, type ReasonList } from "./reasons.ts";
import type { ConcernState } from "./states.ts";

interface StateWords {
  /** The line that whoever raised it reads; the reason's sentence follows. */
  toRaiser: string;
  /** As it follows "This concern is". */
  toStaff: string;
}

// A message may be read over a shoulder: a line about a diversion does not say what was told.
const passedOn =
  "Your message was passed to another part of the police, who can do more about it than a neighbourhood team. We did not keep it as a concern.";

export const stateWords: Readonly<Record<ConcernState, StateWords>> = {
  submitted: {
    toRaiser: "We have received your concern. Somebody reads it within two working days.",
    toStaff: "waiting to be read",
  },
  triage: { toRaiser: "Somebody in the team is reading your concern.", toStaff: "in triage" },
  "returned-for-rewording": {
    toRaiser: "We need other words from you before we can go on.",
    toStaff: "returned for other words",
  },
  "published-candidate": {
    toRaiser:
      "We wrote a short summary of your concern, in our words, and it is on your neighbourhood’s page.",
    toStaff: "published",
  },
  shortlisted: { toRaiser: "Your concern is on the list that residents vote on.", toStaff: "shortlisted" },
  adopted: {
    toRaiser: "Your concern has become a priority of your neighbourhood.",
    toStaff: "adopted as a priority",
  },
  "not-adopted": { toRaiser: "Your concern did not become a priority this time.", toStaff: "not adopted" },
  merged: {
    toRaiser:
      "Others raised the same thing, so we joined your concern with theirs. You will hear what comes of it.",
    toStaff: "merged with another",
  },
  "answered-directly": { toRaiser: "We answered your concern.", toStaff: "answered directly" },
  referred: {
    toRaiser: "Your concern was passed to somebody who can do more about it.",
    toStaff: "referred",
  },
  rejected: {
    toRaiser: "We could not take your concern further. You can ask for somebody else to look at it again.",
    toStaff: "rejected",
  },
  appealed: {
    toRaiser: "Somebody else looks at our decision within five working days.",
    toStaff: "under appeal",
  },
  upheld: {
    toRaiser: "The decision not to take your concern further stands.",
    toStaff: "rejected after an appeal",
  },
  changed: {
    toRaiser: "We changed our decision, and your concern goes on.",
    toStaff: "back in triage after an appeal",
  },
  "diverted-crime": { toRaiser: passedOn, toStaff: "diverted as a crime" },
  "diverted-emergency": { toRaiser: passedOn, toStaff: "diverted as an emergency" },
  "diverted-safeguarding": { toRaiser: passedOn, toStaff: "diverted for safeguarding" },
  "diverted-intelligence": { toRaiser: passedOn, toStaff: "diverted as intelligence" },
  withdrawn: { toRaiser: "You withdrew your concern.", toStaff: "withdrawn" },
};

/** What whoever raised a concern reads about its state, with the reason where there is one. */
export function lineToRaiser(
  state: ConcernState,
  given: { list: ReasonList; code: string } | null = null,
): string {
  const reason = given === null ? null : reasonInWords(given.list, given.code);
  return reason === null ? stateWords[state].toRaiser : `${stateWords[state].toRaiser} ${reason}`;
}

/** The one line of a public history; null for a state that nobody else is told of. */
export function publicLine(state: ConcernState): string | null {
  return publicLines[state] ?? null;
}

const publicLines: Partial<Readonly<Record<ConcernState, string>>> = {
  "published-candidate": "Published as a concern of this neighbourhood.",
  shortlisted: "Put on the list for the vote.",
  adopted: "Adopted as a priority.",
  "not-adopted": "Not adopted this time.",
  merged: "Joined with another concern about the same thing.",
  "answered-directly": "Answered.",
  referred: "Passed to the agency that is responsible.",
  withdrawn: "Withdrawn by whoever raised it.",
};
