import type { Tone } from "#app/components/govuk/tag.tsx";
import type { ConcernState } from "#app/domain/concern/states.ts";

const states: Partial<Readonly<Record<ConcernState, { words: string; tone: Tone }>>> = {
  "published-candidate": { words: "Being considered", tone: "plain" },
  shortlisted: { words: "On the list for the vote", tone: "now" },
  adopted: { words: "Now a priority", tone: "good" },
  "not-adopted": { words: "Not chosen this time", tone: "plain" },
  merged: { words: "Joined with another", tone: "plain" },
  "answered-directly": { words: "Answered", tone: "good" },
  referred: { words: "Passed to another agency", tone: "plain" },
  withdrawn: { words: "Withdrawn", tone: "plain" },
};

/** Where a published concern stands, for everybody. */
export const stateInPublic = (state: ConcernState) =>
  states[state] ?? { words: "Closed", tone: "plain" as const };
