import type { Logger } from "pino";
import { platform } from "#app/domain/actor.ts";
import { allowanceKey, type ApiLimitName } from "#app/domain/limits.ts";
import { keyedHash, type Keys } from "#app/services/keys/keys.server.ts";
import { addCounts, totalsFrom } from "#db/queries/allowance.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";

/** A page of the API costs about ten times an answer of the fast path. */
const fastToOrdinary = 10;

/** The limits of the API in this process, each with a count of its own. */
export type ApiLimits = Readonly<Record<ApiLimitName, RateLimit>>;

export function createApiLimits(
  perMinute: number,
  keys: Pick<Keys, "links">,
  now: () => number = Date.now,
): ApiLimits {
  const create = (name: ApiLimitName, limit: number) =>
    createRateLimit(limit, (caller) => allowanceKey(name, keyedHash(keys.links, "client", caller)), now);
  return {
    fastApi: create("fastApi", perMinute),
    api: create("api", Math.ceil(perMinute / fastToOrdinary)),
  };
}

/** Adds what this process counted to the sums of all processes, and learns who is near a limit or over it. */
export async function shareApiCounts(db: Db, { fastApi, api }: ApiLimits): Promise<void> {
  await shareOne(db, "fastApi", fastApi);
  await shareOne(db, "api", api);
}

const shareOne = (db: Db, name: ApiLimitName, limit: RateLimit) =>
  limit.share(({ windowEndsAt, nearLimit, counts }) =>
    withActor(db, platform(), async (tx) => {
      await addCounts(tx, windowEndsAt, counts);
      return totalsFrom(tx, { prefix: allowanceKey(name, ""), windowEndsAt, atLeast: nearLimit });
    }),
  );

/**
 * As `shareApiCounts`, without a failure: the API goes on by this process's own count when the database is away, and
 * the log has one line, not one a second.
 */
export function createSharing(db: Db, limits: ApiLimits, log: Pick<Logger, "warn">): () => Promise<void> {
  let wasReachable = true;
  return async () => {
    try {
      await shareApiCounts(db, limits);
      wasReachable = true;
    } catch (error) {
      if (wasReachable) log.warn({ err: error }, "the limits of the API hold in each process by itself");
      wasReachable = false;
    }
  };
}
