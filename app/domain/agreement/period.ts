import type { FieldError } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { addDays, yearAfter, type Day } from "#app/domain/team/day.ts";

/** From the first day an agreement holds to the last. */
export interface Period {
  startsOn: Day;
  reviewBy: Day;
}

const furthestDays = 366;

/** What is wrong with a period that is typed on a day. */
export function problemsOfPeriod({ startsOn, reviewBy }: Period, today: Day): FieldError[] {
  const latest = yearAfter(startsOn);
  const review = (message: string): FieldError[] => [{ field: "reviewBy", message }];
  if (startsOn > addDays(today, furthestDays))
    return [{ field: "startsOn", message: "Enter a first day within the next 12 months" }];
  if (reviewBy < startsOn) return review("Enter a day after the first day");
  if (reviewBy < today) return review("This day is over. Enter a day from today on");
  return reviewBy > latest
    ? review(`Enter ${dayInWords(latest)} or an earlier day: an agreement is reviewed within 12 months`)
    : [];
}
