import { and, desc, eq, gte, inArray, like, sql } from "drizzle-orm";
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

/**
 * Adds what one process counted in a window to the sums of all, in one statement. A count of a window before the one
 * that stands is of the past and changes nothing.
 */
export async function addCounts(
  db: Db,
  windowEndsAt: Date,
  counts: readonly { key: string; count: number }[],
): Promise<void> {
  if (counts.length === 0) return;
  // Always in the same order, so that two processes never wait for each other.
  const rows = [...counts]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((each) => ({ ...each, windowEndsAt }));
  await db
    .insert(allowances)
    .values(rows)
    .onConflictDoUpdate({
      target: allowances.key,
      set: {
        count: sql`case when ${allowances.windowEndsAt} < excluded.window_ends_at then excluded.count
          else least(${allowances.count}::bigint + excluded.count, 2147483647)::int end`,
        windowEndsAt: sql`excluded.window_ends_at`,
      },
      setWhere: sql`${allowances.windowEndsAt} <= excluded.window_ends_at`,
    });
}

// Each is somebody who asks the API more than people do; only a bound.
const mostTotals = 10_000;

/** The sums of a window from `atLeast` on, of the keys that begin so, by key. */
export async function totalsFrom(
  db: Db,
  { prefix, windowEndsAt, atLeast }: { prefix: string; windowEndsAt: Date; atLeast: number },
): Promise<Map<string, number>> {
  const rows = await db
    .select({ key: allowances.key, count: allowances.count })
    .from(allowances)
    .where(
      and(
        eq(allowances.windowEndsAt, windowEndsAt),
        gte(allowances.count, atLeast),
        like(allowances.key, `${prefix}%`),
      ),
    )
    .orderBy(desc(allowances.count))
    .limit(mostTotals);
  return new Map(rows.map(({ key, count }) => [key, count]));
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
