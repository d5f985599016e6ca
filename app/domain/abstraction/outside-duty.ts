import { subtraction, type Interval } from "./intervals.ts";

/** What of an entry lies outside every duty: overtime, which is in neither sum. */
export const outsideDuty = (entry: Interval, duties: readonly Interval[]): Interval[] =>
  subtraction([entry], duties);
