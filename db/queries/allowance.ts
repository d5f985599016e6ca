import { inArray, sql } from "drizzle-orm";
import type { Allowance, Limit } from "#app/domain/limits.ts";
import { allowances } from "#db/schema/session.ts";
import type { Db } from "#db/types.ts";

/**
 * Counts one more under `key` and says whether it is still within the limit, in one statement, so that callers at the
 * same moment are each counted. The count lives or dies with the transaction: where a refusal has to be counted, do
 * not roll back after it. `key` is opaque: whose it is has been hashed by the caller.
 */
export async function takeAllowance(
  db: Db,
  key: string,
  { limit, windowSeconds }: Limit,
  now: Date,
): Promise<Allowance> {
  const endsAt = new Date(now.getTime() + windowSeconds * 1_000);
  const hasEnded = sql`${allowances.windowEndsAt} <= ${now.toISOString()}::timestamptz`;
  const [taken] = await db
    .insert(allowances)
    .values({ key, count: 1, windowEndsAt: endsAt })
    .onConflictDoUpdate({
      target: allowances.key,
      set: {
        // One above the limit says all there is to say; the column cannot overflow under a flood.
        count: sql`case when ${hasEnded} then 1 else least(${allowances.count}, ${limit}) + 1 end`,
        windowEndsAt: sql`case when ${hasEnded} then excluded.window_ends_at else ${allowances.windowEndsAt} end`,
      },
    })
    .returning({ count: allowances.count, windowEndsAt: allowances.windowEndsAt });
  if (taken === undefined) throw new Error("The database returned no allowance.");
  const isAllowed = taken.count <= limit;
  return {
    isAllowed,
    remaining: Math.max(0, limit - taken.count),
    retryAfterSeconds: isAllowed
      ? 0
      : Math.max(1, Math.ceil((taken.windowEndsAt.getTime() - now.getTime()) / 1_000)),
  };
}

const sweptAtOnce = 5_000;

/** Deletes windows that have ended, at most so many at once; how many there were. */
export async function sweepAllowances(db: Db, now: Date): Promise<number> {
  const ended = db
    .select({ key: allowances.key })
    .from(allowances)
    .where(sql`${allowances.windowEndsAt} <= ${now.toISOString()}::timestamptz`)
    .orderBy(allowances.key)
    .limit(sweptAtOnce)
    .for("update", { skipLocked: true });
  const swept = await db
    .delete(allowances)
    .where(inArray(allowances.key, ended))
    .returning({ key: allowances.key });
  return swept.length;
}
