import { scopeOf, type Actor, type Scope } from "#app/domain/actor.ts";
import { leastPostsForRate } from "./rate.ts";

/** What somebody may read of the rates. */
export interface RateReader {
  scope: Scope;
  /** Reads rates of few posts as a band and no hours of them: they would be about persons. */
  isBanded: boolean;
}

/**
 * Null for whoever may read none. Only those who read officers' own records in all of their area read exact rates of
 * few posts.
 */
export function rateReaderOf(actor: Actor): RateReader | null {
  const full = scopeOf(actor, "abstraction:read");
  const rates = scopeOf(actor, "abstraction:read-rates");
  const scope = full?.isForce === true ? full : (rates ?? full);
  return scope === null
    ? null
    : { scope, isBanded: !covers(scopeOf(actor, "abstraction:read-officers"), scope) };
}

const covers = (officers: Scope | null, area: Scope): boolean =>
  officers !== null &&
  (officers.isForce ||
    (!area.isForce && area.neighbourhoodIds.every((id) => officers.neighbourhoodIds.includes(id))));

/**
 * Those of the parts of one whole that a reader sees as a band alone. Where it is a single one, the next smallest is too:
 * else the whole less the others would be the one.
 */
export function bandedOf<Row extends { posts: number; duty: number }>(
  rows: readonly Row[],
  reader: Pick<RateReader, "isBanded">,
): ReadonlySet<Row> {
  const withDuty = rows.filter(({ duty }) => duty > 0).sort((one, other) => one.posts - other.posts);
  const banded = withDuty.filter(({ posts }) => isBandedFor(reader, posts));
  return new Set(banded.length === 1 ? withDuty.slice(0, 2) : banded);
}

/** Whether a reader sees a rate of so many posts as a band alone. */
export const isBandedFor = ({ isBanded }: Pick<RateReader, "isBanded">, posts: number): boolean =>
  isBanded && posts < leastPostsForRate;
