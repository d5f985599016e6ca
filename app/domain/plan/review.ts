import { scopeOf, type Actor, type Scope } from "#app/domain/actor.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";
import { planFieldNames, planFields, type PlanFieldName } from "./fields.ts";

export const reviewers = ["sergeant", "inspector"] as const;
export type Reviewer = (typeof reviewers)[number];

export const reviewerWords: Readonly<Record<Reviewer, string>> = {
  sergeant: "Sergeant",
  inspector: "Inspector",
};

export interface ReviewDue {
  reviewer: Reviewer;
  dueOn: Day;
  /** Nought on the day and before it. */
  daysLate: number;
}

/** Each review of a plan that is due, with how often it is and how late today. */
export const dueReviewsOf = (
  { sergeantDueOn, inspectorDueOn }: { sergeantDueOn: Day; inspectorDueOn: Day },
  { sergeantReviewDays, inspectorReviewDays }: { sergeantReviewDays: number; inspectorReviewDays: number },
  today: Day,
): (ReviewDue & { everyDays: number })[] =>
  [
    { reviewer: "sergeant" as const, dueOn: sergeantDueOn, everyDays: sergeantReviewDays },
    { reviewer: "inspector" as const, dueOn: inspectorDueOn, everyDays: inspectorReviewDays },
  ].map((due) => ({ ...due, daysLate: Math.max(0, daysBetween(due.dueOn, today)) }));

/** "3 days late". */
export const daysLateInWords = (days: number): string => (days === 1 ? "1 day late" : `${days} days late`);

/** Where somebody reviews plans, as each reviewer. */
export type ReviewReach = Readonly<Record<Reviewer, Scope | null>>;

/** Where an actor reviews plans: as the inspector wherever they may accept priorities, elsewhere as the sergeant. */
export function reviewReachOf(actor: Actor): ReviewReach {
  const inspector = scopeOf(actor, "priority:accept");
  const approves = scopeOf(actor, "plan:approve");
  if (approves === null || inspector?.isForce === true) return { sergeant: null, inspector };
  const neighbourhoodIds = approves.neighbourhoodIds.filter(
    (id) => inspector?.neighbourhoodIds.includes(id) !== true,
  );
  const sergeant = approves.isForce || neighbourhoodIds.length > 0 ? { ...approves, neighbourhoodIds } : null;
  return { sergeant, inspector };
}

/** What a problem plan needs to be there at all: its objective, measured, with a target and a day. */
export const objectiveFields: readonly PlanFieldName[] = planFieldNames.filter(
  (name) => planFields[name].part === "draft" && planFields[name].isRequired,
);

/** Days after adoption in which both plans must be there; later, the inspector sees it as an exception. */
export const isPlanMissing = (
  {
    adoptedOn,
    hasProblemPlan,
    hasEngagementPlan,
  }: {
    adoptedOn: Day;
    hasProblemPlan: boolean;
    hasEngagementPlan: boolean;
  },
  planDays: number,
  today: Day,
): boolean => !(hasProblemPlan && hasEngagementPlan) && daysBetween(adoptedOn, today) > planDays;

const remindEveryDays = 7;

/** Whether somebody is told today of what is due or late: once for each day it falls due, then each week until it is done. */
export const isToRemind = (dueOn: Day, lastToldOn: Day | null, today: Day): boolean =>
  dueOn <= today &&
  (lastToldOn === null || lastToldOn < dueOn || daysBetween(lastToldOn, today) >= remindEveryDays);
