import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { activityMethodWords, activityPurposeWords, engagementStateWords } from "./engagement.ts";
import type { VersionActivity, VersionWords } from "./version.ts";
import { poundsInWords } from "#app/domain/plan/cost.ts";

/** One field of a version, as people read it. */
export interface VersionLine {
  label: string;
  words: string;
  /** Compared word by word. */
  isProse: boolean;
}

/** Names of the accounts and agencies that run activities, by id. */
export type RunnerNames = ReadonlyMap<string, string>;

const prose = (label: string, words: string | null): VersionLine => ({
  label,
  words: words ?? "",
  isProse: true,
});
const figure = (label: string, words: string): VersionLine => ({ label, words, isProse: false });
const dayOr = (day: Day | null): string => (day === null ? "" : dayInWords(day));

/** What a plan says but for its activities, in the order of its page. */
export const planLines = (words: VersionWords): VersionLine[] => [
  figure("Where the plan stands", engagementStateWords[words.state]),
  prose("Who is to be reached", words.audience),
  prose("Heard too little", words.underHeard),
  prose("How we know", words.underHeardWhy),
  prose("What the advisory group said", words.advice),
  prose("What worked and what did not", words.evaluation),
];

function runBy({ ownerId, agencyId }: VersionActivity, names: RunnerNames): string {
  const id = ownerId ?? agencyId;
  return id === null ? "The neighbourhood team" : (names.get(id) ?? "Somebody who has left");
}

/** What an activity says, in the order of its form. */
export const activityLines = (activity: VersionActivity, names: RunnerNames): VersionLine[] => [
  figure("what it is for", activityPurposeWords[activity.purpose]),
  figure("how people are reached", activityMethodWords[activity.method]),
  prose("who it is for", activity.audience),
  prose("where", activity.place),
  figure("day", dayOr(activity.heldOn)),
  figure("hours", activity.hours ?? ""),
  prose("format and language", activity.formatAndLanguage),
  figure("run by", runBy(activity, names)),
  figure("people to reach", activity.targetReach?.toString() ?? ""),
  figure("cost", activity.costPence === null ? "" : poundsInWords(activity.costPence)),
  figure("people reached", activity.actualReach?.toString() ?? ""),
  prose("what was heard", activity.heard),
  prose("how people were told what came of it", activity.feedbackGiven),
  figure("day on which they were told", dayOr(activity.feedbackOn)),
  figure("cancelled", activity.isCancelled ? "Cancelled" : ""),
];
