import { monthInWords } from "#app/domain/measure/month.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { addMonths, monthOfDay, quarterOf, type Month } from "./month.ts";
import type { PublishedPeriod } from "./words.ts";

const monthsIn = { month: 1, quarter: 3 } as const satisfies Record<PublishedPeriod, number>;
/** A whole month lies between a period and its figure: duties are confirmed and most corrections made by then. */
const arrears = 1;

/** The day from which a figure of a period may be published: May on 1 July, the quarter to September on 1 November. */
export const publishableOn = (period: PublishedPeriod, startsOn: Month): Day =>
  addMonths(startsOn, monthsIn[period] + arrears);

/** The last period whose figure may be published on a day, by its first month. */
export function lastPublishable(period: PublishedPeriod, today: Day): Month {
  const month = addMonths(monthOfDay(today), -monthsIn[period] - arrears);
  return period === "month" ? month : quarterOf(month);
}

/** The day on which the next figure after today's is due. */
export const nextPublication = (period: PublishedPeriod, today: Day): Day =>
  publishableOn(period, addMonths(lastPublishable(period, today), monthsIn[period]));

/** The last day of a period. */
export const lastDayOf = (period: PublishedPeriod, startsOn: Month): Day =>
  addDays(addMonths(startsOn, monthsIn[period]), -1);

const nameFormat = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });
const nameOf = (month: Month) => nameFormat.format(new Date(`${month}T00:00:00Z`));

/** "July to September 2026", "May 2026". */
export const periodInWords = (period: PublishedPeriod, startsOn: Month): string =>
  period === "month"
    ? monthInWords(startsOn)
    : `${nameOf(startsOn)} to ${monthInWords(addMonths(startsOn, monthsIn.quarter - 1))}`;
