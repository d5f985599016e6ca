import type { PriorityState } from "#app/domain/priority/states.ts";
import type { ConcernState } from "./states.ts";

/** Where something stands, as people search for it: over concerns and priorities alike. */
export const searchStages = ["considered", "vote", "priority", "ended"] as const;
export type SearchStage = (typeof searchStages)[number];

export const searchStageWords: Readonly<Record<SearchStage, string>> = {
  considered: "Concerns being considered",
  vote: "Concerns on the list for the vote",
  priority: "Priorities being worked on",
  ended: "Answered, solved or not chosen",
};

interface States {
  concerns: readonly ConcernState[];
  priorities: readonly PriorityState[];
}

/** The states that each stage stands for. An adopted concern is found as the priority that it became. */
export const statesOfStage: Readonly<Record<SearchStage, States>> = {
  considered: { concerns: ["published-candidate"], priorities: [] },
  vote: { concerns: ["shortlisted"], priorities: [] },
  priority: {
    concerns: [],
    priorities: [
      "adopted",
      "in-progress",
      "outcome-reported",
      "feedback-open",
      "panel-decision",
      "returned",
      "recurred",
    ],
  },
  ended: {
    concerns: ["not-adopted", "answered-directly", "referred", "withdrawn"],
    priorities: ["signed-off", "closed-without-signoff", "declined-by-force", "lapsed"],
  },
};

/** The stage of a concern; null for one that shows under another, or under no stage. */
export const stageOfConcern = (state: ConcernState): SearchStage | null =>
  searchStages.find((stage) => statesOfStage[stage].concerns.includes(state)) ?? null;

export const stageOfPriority = (state: PriorityState): SearchStage | null =>
  searchStages.find((stage) => statesOfStage[stage].priorities.includes(state)) ?? null;

const mostTerms = 6;
const fewestLetters = 3;

/** The words of a search, lower case, each once; little words find nothing by themselves. */
export const termsOf = (words: string): string[] =>
  [...new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
    .filter((term) => term.length >= fewestLetters)
    .slice(0, mostTerms);
