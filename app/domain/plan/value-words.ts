import { dayInWords } from "#app/domain/account/day-words.ts";
import { outcomeRatings, outcomeRatingWords, planFields, type PlanFieldName } from "./fields.ts";

/** What a field holds, as people read it. */
export function valueInWords(name: PlanFieldName, value: string): string {
  const { kind } = planFields[name];
  if (kind === "day") return Number.isNaN(Date.parse(value)) ? value : dayInWords(value);
  if (kind === "choice") {
    const rating = outcomeRatings.find((one) => one === value);
    return rating === undefined ? value : outcomeRatingWords[rating];
  }
  return value;
}
