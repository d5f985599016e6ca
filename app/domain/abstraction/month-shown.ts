import { monthOf, type Month } from "./month.ts";

/** The month of "2026-10", as far as the one that runs; that one where it makes no sense. */
export function readMonthShown(words: string | null, now: Date): Month {
  const current = monthOf(now);
  if (words === null || !/^20\d\d-(0[1-9]|1[0-2])$/.test(words)) return current;
  const month = `${words}-01`;
  return month <= current ? month : current;
}
