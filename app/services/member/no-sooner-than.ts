import { setTimeout as wait } from "node:timers/promises";

/**
 * Does some work and answers no sooner than so many milliseconds after it began, so that how long it took does not
 * tell what it found. Not for use inside a transaction.
 */
export async function noSoonerThan<Value>(leastMs: number, work: () => Promise<Value>): Promise<Value> {
  const [value] = await Promise.all([work(), wait(leastMs)]);
  return value;
}
