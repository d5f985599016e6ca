import { addDays, daysBetween, type Day } from "./day.ts";
import type { HoldingKind } from "./team.ts";

/** A holding's dates; the last day is included, and null is open. */
export interface HeldDays {
  kind: HoldingKind;
  heldFrom: Day;
  heldTo: Day | null;
}

/** A post without a substantive holder. */
export interface Vacancy {
  /** The first day nobody held it, or null where no earlier holder is recorded. */
  since: Day | null;
  /** Days from `since`, or null with it. */
  ageDays: number | null;
  needsCoverPlan: boolean;
  needsBcuReview: boolean;
}

const coverPlanAfterDays = 28;
const bcuReviewAfterDays = 90;

/** Whether the holding runs on the day. */
export const isHeldOn = ({ heldFrom, heldTo }: HeldDays, day: Day): boolean =>
  heldFrom <= day && (heldTo === null || day <= heldTo);

/**
 * The vacancy of a post on a day, or null when somebody holds it substantively. An acting or covering holder
 * serves residents but does not fill the post.
 */
export function vacancyOn(holdings: readonly HeldDays[], day: Day): Vacancy | null {
  const substantive = holdings.filter(({ kind }) => kind === "substantive");
  if (substantive.some((holding) => isHeldOn(holding, day))) return null;
  const lastHeld = substantive
    .flatMap(({ heldTo }) => (heldTo !== null && heldTo < day ? [heldTo] : []))
    .sort()
    .at(-1);
  if (lastHeld === undefined)
    return { since: null, ageDays: null, needsCoverPlan: false, needsBcuReview: false };
  const since = addDays(lastHeld, 1);
  const ageDays = daysBetween(since, day);
  return {
    since,
    ageDays,
    needsCoverPlan: ageDays > coverPlanAfterDays,
    needsBcuReview: ageDays > bcuReviewAfterDays,
  };
}
