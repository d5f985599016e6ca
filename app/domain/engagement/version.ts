import type { Day } from "#app/domain/team/day.ts";
import type { ActivityMethod, ActivityPurpose, EngagementState } from "./engagement.ts";

/** An activity as one version of its plan has it. */
export interface VersionActivity {
  number: number;
  purpose: ActivityPurpose;
  method: ActivityMethod;
  audience: string;
  place: string | null;
  heldOn: Day | null;
  hours: string | null;
  formatAndLanguage: string;
  agencyId: string | null;
  ownerId: string | null;
  targetReach: number | null;
  costPence: number | null;
  actualReach: number | null;
  heard: string;
  feedbackGiven: string;
  feedbackOn: Day | null;
  isCancelled: boolean;
}

/** What an engagement plan says in one version. */
export interface VersionWords {
  state: EngagementState;
  audience: string;
  underHeard: string;
  underHeardWhy: string;
  advice: string | null;
  evaluation: string | null;
  activities: readonly VersionActivity[];
}

/** The plan before anybody wrote in it. */
export const emptyPlan: VersionWords = {
  state: "draft",
  audience: "",
  underHeard: "",
  underHeardWhy: "",
  advice: null,
  evaluation: null,
  activities: [],
};

/** What a plan and its activities say, and nothing else that their rows hold. */
export const versionWordsOf = (
  { state, audience, underHeard, underHeardWhy, advice, evaluation }: Omit<VersionWords, "activities">,
  activities: readonly VersionActivity[],
): VersionWords => ({
  state,
  audience,
  underHeard,
  underHeardWhy,
  advice,
  evaluation,
  activities: activities.map((one) => ({
    number: one.number,
    purpose: one.purpose,
    method: one.method,
    audience: one.audience,
    place: one.place,
    heldOn: one.heldOn,
    hours: one.hours,
    formatAndLanguage: one.formatAndLanguage,
    agencyId: one.agencyId,
    ownerId: one.ownerId,
    targetReach: one.targetReach,
    costPence: one.costPence,
    actualReach: one.actualReach,
    heard: one.heard,
    feedbackGiven: one.feedbackGiven,
    feedbackOn: one.feedbackOn,
    isCancelled: one.isCancelled,
  })),
});
