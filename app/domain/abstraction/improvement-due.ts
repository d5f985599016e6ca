import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import { addMonths, monthOfDay, type Month } from "./month.ts";
import type { ImprovementState } from "./words.ts";

/** So long after the last day of a month its duties may still be confirmed; then it is judged. */
const confirmingDays = 7;
/** A required plan is to be live within so many days. */
const planDays = 28;

/** The last month that is judged on a day: over, and with the days for confirming its duties over as well. */
export const lastMonthToJudge = (today: Day): Month =>
  addMonths(monthOfDay(addDays(today, -confirmingDays)), -1);

/** The month that a review on a day looks at: the last that is over. */
export const reviewedMonth = (today: Day): Month => addMonths(monthOfDay(today), -1);

export interface ImprovementDates {
  state: ImprovementState;
  /** The day from which it stands as it does. */
  since: Day;
  liveOn: Day | null;
  /** The last month that was reviewed. */
  reviewedTo: Month | null;
}

/** What an improvement waits for next, and until when; null where it waits for nothing but the next month. */
export function nextDue({
  state,
  since,
  liveOn,
  reviewedTo,
}: ImprovementDates): { what: "plan" | "review"; dueOn: Day } | null {
  if (state === "plan-required") return { what: "plan", dueOn: addDays(since, planDays) };
  if (state !== "plan-live" && state !== "escalated") return null;
  // Each month is reviewed by the end of the next.
  const month = reviewedTo === null ? monthOfDay(liveOn ?? since) : addMonths(reviewedTo, 1);
  return { what: "review", dueOn: addDays(addMonths(month, 2), -1) };
}

/** Days late; nought on the day and before it. */
export const daysLate = (dueOn: Day, today: Day): number => Math.max(0, daysBetween(dueOn, today));

const order: readonly ImprovementState[] = [
  "escalated",
  "plan-required",
  "plan-live",
  "watch",
  "closed",
  "within",
];

interface Listed {
  state: ImprovementState;
  name: string;
  due: { dueOn: Day } | null;
  lateActions: number;
}

/** The board's order: what is overdue first, the longest of it first, then by how serious it is. */
export function mostOverdueFirst<One extends Listed>(all: readonly One[], today: Day): One[] {
  const late = ({ due }: One) => (due === null ? 0 : daysLate(due.dueOn, today));
  return [...all].sort(
    (a, b) =>
      late(b) - late(a) ||
      Math.sign(b.lateActions) - Math.sign(a.lateActions) ||
      order.indexOf(a.state) - order.indexOf(b.state) ||
      a.name.localeCompare(b.name),
  );
}
