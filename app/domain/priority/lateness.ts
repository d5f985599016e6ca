import type { Settings } from "#app/domain/settings/settings.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";
import { acceptanceDueOn, reviewDueOn } from "./accept.ts";
import { isOpen } from "./open.ts";
import { priorityStateWords, type PriorityState } from "./states.ts";

/** A priority as the overview of managers sees it. */
export interface WatchedPriority {
  state: PriorityState;
  adoptedOn: Day | null;
  /** When it came into its state. */
  stateSince: Day;
  /** Both plans stand: problem solving and engagement. */
  hasPlans: boolean;
  /** The last news for residents; null where there was none yet. */
  lastPublicOn: Day | null;
  /** Declined, and the BCU commander has not answered. */
  isReviewDue: boolean;
}

export const lateKinds = ["acceptance", "review", "plans", "stale"] as const;
export type LateKind = (typeof lateKinds)[number];

export interface Late {
  kind: LateKind;
  /** Days past the last good one. */
  days: number;
  words: string;
}

export interface PriorityStanding {
  stage: string;
  /** Days since its adoption, or since it was proposed. */
  ageDays: number;
  late: readonly Late[];
}

type LateFigures = Pick<Settings, "acceptanceDays" | "bcuReviewDays" | "planDays" | "staleDays">;

const inDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);

/** Where a priority stands today and what about it is late. A last day that is today is not past. */
export function standingOf(priority: WatchedPriority, today: Day, figures: LateFigures): PriorityStanding {
  const { state, adoptedOn, stateSince, hasPlans, lastPublicOn, isReviewDue } = priority;
  const startedOn = adoptedOn ?? stateSince;
  const ageDays = daysBetween(startedOn, today);
  const late: Late[] = [];
  const add = (kind: LateKind, days: number, words: (days: string) => string) => {
    if (days > 0) late.push({ kind, days, words: words(inDays(days)) });
  };
  if (state === "adopted")
    add(
      "acceptance",
      daysBetween(acceptanceDueOn(stateSince, figures.acceptanceDays), today),
      (days) => `The inspector’s answer is ${days} overdue`,
    );
  if (state === "declined-by-force" && isReviewDue)
    add(
      "review",
      daysBetween(reviewDueOn(stateSince, figures.bcuReviewDays), today),
      (days) => `The BCU commander’s review is ${days} overdue`,
    );
  if (isOpen(state) && !hasPlans)
    add("plans", ageDays - figures.planDays, (days) => `The plans are ${days} overdue`);
  if (isOpen(state)) {
    const quietDays = daysBetween(lastPublicOn ?? startedOn, today);
    add("stale", quietDays - figures.staleDays, () => `No news for residents for ${inDays(quietDays)}`);
  }
  return { stage: priorityStateWords[state], ageDays, late };
}
