import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { outcomeRatings, outcomeRatingWords } from "#app/domain/plan/fields.ts";

type Filled = Partial<Readonly<Record<PlanFieldName, string>>>;

const figure = (value: string | undefined, period: string | undefined) =>
  [value, period].filter((part) => part !== undefined && part !== "").join(", ");

/** The outcome report as far as the assessment says it already; the sergeant reads it over before it is filed. */
export function outcomePrefilled(filled: Filled) {
  const rating = outcomeRatings.find((one) => one === filled.rating);
  return {
    done: filled.asPlanned ?? "",
    changed: rating === undefined ? "" : `${outcomeRatingWords[rating]}.`,
    notAchieved: filled.notAchieved ?? "",
    remains: filled.sustaining ?? "",
    before: figure(filled.baseline, filled.baselinePeriod),
    after: figure(filled.after, filled.afterPeriod),
  };
}

export type OutcomePrefilled = ReturnType<typeof outcomePrefilled>;
