import { addMonths, monthOf, type Month } from "./month.ts";

/** The last month that is over in London: what a dashboard opens with. */
export const lastMonth = (now: Date): Month => addMonths(monthOf(now), -1);

/** The month of "2026-10", once it is over; the last one where it makes no sense. */
export function readMonth(words: string | null, now: Date): Month {
  const last = lastMonth(now);
  if (words === null || !/^20\d\d-(0[1-9]|1[0-2])$/.test(words)) return last;
  const month = `${words}-01`;
  return month <= last ? month : last;
}

/** "2026-10", as an address has it. */
export const monthInAddress = (month: Month): string => month.slice(0, 7);
