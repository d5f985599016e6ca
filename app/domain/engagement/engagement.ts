/** The life of an engagement plan. */
export const engagementStates = ["draft", "approved", "running", "evaluated"] as const;
export type EngagementState = (typeof engagementStates)[number];

export const engagementStateWords: Readonly<Record<EngagementState, string>> = {
  draft: "Draft",
  approved: "Approved",
  running: "Under way",
  evaluated: "Evaluated",
};

/** What an activity is for. A plan without one that returns to people with the result is no engagement plan. */
export const activityPurposes = ["inform", "ask", "involve", "return"] as const;
export type ActivityPurpose = (typeof activityPurposes)[number];

export const activityPurposeWords: Readonly<Record<ActivityPurpose, string>> = {
  inform: "Tell people",
  ask: "Ask people",
  involve: "Work with people",
  return: "Come back with the result",
};

export const activityMethods = [
  "door-to-door",
  "street-briefing",
  "drop-in",
  "meeting",
  "stall",
  "school",
  "online",
  "leaflet",
  "telephone",
  "through-others",
] as const;
export type ActivityMethod = (typeof activityMethods)[number];

export const activityMethodWords: Readonly<Record<ActivityMethod, string>> = {
  "door-to-door": "Door to door",
  "street-briefing": "Street briefing",
  "drop-in": "Drop-in",
  meeting: "Meeting",
  stall: "Stall at a market or event",
  school: "School, college or youth club",
  online: "Online",
  leaflet: "Leaflet or poster",
  telephone: "Telephone",
  "through-others": "Through people whom they trust",
};

/** What anybody may come to, so that its day, hours and place are announced. Where officers go otherwise is not. */
export const announcedMethods: readonly ActivityMethod[] = [
  "street-briefing",
  "drop-in",
  "meeting",
  "stall",
  "online",
];

/** An activity as far as the plan’s approval depends on it. */
export interface Activity {
  purpose: ActivityPurpose;
  audience: string;
  isCancelled: boolean;
}

export interface EngagementFacts {
  state: EngagementState;
  audience: string;
  underHeard: string;
  underHeardWhy: string;
  activities: readonly Activity[];
}

const isEmpty = (text: string) => text.trim() === "";

const comesBack = (activities: readonly Pick<Activity, "purpose" | "isCancelled">[]) =>
  activities.some(({ purpose, isCancelled }) => purpose === "return" && !isCancelled);

/** Why the activities of a plan cannot become these; null where they can. A plan that was approved always comes back. */
export const returnRefusal = (
  state: EngagementState,
  activities: readonly Pick<Activity, "purpose" | "isCancelled">[],
): string | null =>
  state === "draft" || comesBack(activities)
    ? null
    : "Add another activity that comes back to people with the result first";

/** Why an engagement plan cannot be approved, one line each; none where it can. */
export function approvalRefusals({
  state,
  audience,
  underHeard,
  underHeardWhy,
  activities,
}: EngagementFacts): string[] {
  if (state !== "draft") return [`This plan is “${engagementStateWords[state]}” already`];
  const held = activities.filter(({ isCancelled }) => !isCancelled);
  return [
    ...(isEmpty(audience) ? ["Say who is to be reached"] : []),
    ...(isEmpty(underHeard) ? ["Say which groups are heard too little here"] : []),
    ...(!isEmpty(underHeard) && isEmpty(underHeardWhy)
      ? ["Say how you know that they are heard too little"]
      : []),
    ...(held.some((one) => isEmpty(one.audience)) ? ["Say who each activity is for"] : []),
    ...(comesBack(held) ? [] : ["Add an activity that comes back to people with the result"]),
  ];
}

/** Of those an activity set out to reach, how many it did, in whole percent; null where nothing was set or counted. */
export const reachPercent = (target: number | null, actual: number | null): number | null =>
  target === null || target <= 0 || actual === null ? null : Math.round((actual * 100) / target);

/** Why a plan cannot be evaluated yet, one line each; none where it can. */
export function evaluationRefusals(
  state: EngagementState,
  activities: readonly {
    isCancelled: boolean;
    actualReach: number | null;
    heard: string;
    purpose: ActivityPurpose;
  }[],
): string[] {
  if (state !== "running" && state !== "approved") return ["Only a plan that was approved can be evaluated"];
  const held = activities.filter(({ isCancelled }) => !isCancelled);
  return [
    ...(held.some(({ actualReach }) => actualReach === null)
      ? ["Say how many people each activity reached"]
      : []),
    ...(held.some(({ heard, purpose }) => purpose !== "return" && purpose !== "inform" && isEmpty(heard))
      ? ["Say what was heard at each activity that asked people"]
      : []),
  ];
}
