import { spanOfMonth, type Month } from "./month.ts";

/**
 * The months whose figures may be worked out anew: what is before `disposedBefore` has been disposed of, and the
 * figures of a month that has lost any of its duties or entries stay as they were kept. Null where nothing has been.
 */
export const keptMonths = (months: readonly Month[], disposedBefore: Date | null): Month[] =>
  months.filter((month) => disposedBefore === null || spanOfMonth(month).from >= disposedBefore);
