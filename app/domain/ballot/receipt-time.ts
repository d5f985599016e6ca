import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";

/** The last day on which a receipt can be looked up: the day before the key of its vote, and it, are destroyed. */
export const lastReceiptDay = (destroyOn: Day): Day => addDays(destroyOn, -1);

/** Whether receipts that could be looked up until a day no longer can. */
export const areReceiptsOver = (until: Day | null, now: Date): boolean =>
  until !== null && londonDay(now) > until;
