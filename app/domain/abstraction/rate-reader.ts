import { scopeOf, type Actor, type Scope } from "#app/domain/actor.ts";
import { leastPostsForRate } from "./rate.ts";

/** What somebody may read of the rates. */
export interface RateReader {
  scope: Scope;
  /** Reads rates of few posts as a band and no hours of them: they would be about persons. */
  isBanded: boolean;
}

/** Null for whoever may read none. */
export function rateReaderOf(actor: Actor): RateReader | null {
  const full = scopeOf(actor, "abstraction:read");
  const rates = scopeOf(actor, "abstraction:read-rates");
  const scope = full?.isForce === true ? full : (rates ?? full);
  return scope === null ? null : { scope, isBanded: rates !== null && full?.isForce !== true };
}

/** Whether a reader sees a rate of so many posts as a band alone. */
export const isBandedFor = ({ isBanded }: Pick<RateReader, "isBanded">, posts: number): boolean =>
  isBanded && posts < leastPostsForRate;
