import { versionWordsOf, type VersionActivity, type VersionWords } from "#app/domain/engagement/version.ts";
import type { HistoryRows } from "./rows.ts";

type Version = HistoryRows["engagementVersions"][number];

/** How a plan came to say what it says now: when it was begun and approved, and when its activities were held. */
interface Told {
  planId: string;
  begun: { at: Date; by: string | null };
  /** Null while it is a draft. */
  approved: { at: Date; by: string | null } | null;
  /** The last time that something was written in it. */
  last: { at: Date; by: string | null };
  words: Omit<VersionWords, "activities">;
  activities: readonly VersionActivity[];
}

const asPlanned = (activity: VersionActivity): VersionActivity => ({
  ...activity,
  actualReach: null,
  heard: "",
  feedbackGiven: "",
  feedbackOn: null,
});

/** The versions of an engagement plan: as it was begun, as it was approved, and as it is now. */
export function engagementVersionsOf(told: Told): Version[] {
  const { planId, begun, approved, last, words, activities } = told;
  const planned = activities.map(asPlanned);
  const draft = { ...words, state: "draft", advice: null, evaluation: null } as const;
  const versions: Omit<Version, "planId" | "version">[] = [
    { ...begun, words: versionWordsOf(draft, planned) },
  ];
  if (approved !== null) {
    // What the advisory group said came with the approval.
    const then = { ...words, state: "approved", evaluation: null } as const;
    versions.push({ ...approved, words: versionWordsOf(then, planned) });
  }
  if (words.state === "running" || words.state === "evaluated")
    versions.push({ ...last, at: later(last.at, approved?.at), words: versionWordsOf(words, activities) });
  // The first version of a plan is the empty one.
  return versions.map((one, place) => ({ planId, version: place + 2, ...one }));
}

// An activity that was held before the approval was written down after it.
const later = (one: Date, other: Date | undefined): Date =>
  other !== undefined && other > one ? other : one;
