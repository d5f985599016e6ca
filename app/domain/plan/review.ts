import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";

export const reviewers = ["sergeant", "inspector"] as const;
export type Reviewer = (typeof reviewers)[number];

/** How often each of them looks at a plan, in days. */
export type ReviewDays = Readonly<Record<Reviewer, number>>;

export interface ReviewDue {
  reviewer: Reviewer;
  dueOn: Day;
  /** Nought on the day and before it. */
  daysLate: number;
}

/** When each reviewer is due: so long after the last review of theirs, or after the plan began. */
export const reviewsDue = (
  { begunOn, last }: { begunOn: Day; last: Partial<Readonly<Record<Reviewer, Day>>> },
  every: ReviewDays,
  today: Day,
): ReviewDue[] =>
  reviewers.map((reviewer) => {
    const dueOn = addDays(last[reviewer] ?? begunOn, every[reviewer]);
    return { reviewer, dueOn, daysLate: Math.max(0, daysBetween(dueOn, today)) };
  });

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
