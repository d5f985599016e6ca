import { and, asc, eq, inArray, isNotNull, lte, or } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { ballots } from "#db/schema/ballot.ts";
import { cycleKeys, cycles } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";

/** Cycles whose key is to be destroyed by a day and is still there. */
export const listKeysToDestroy = (db: Db, today: Day, limit: number) =>
  db
    .select({ cycleId: cycleKeys.cycleId, neighbourhoodId: cycles.neighbourhoodId })
    .from(cycleKeys)
    .innerJoin(cycles, eq(cycles.id, cycleKeys.cycleId))
    .where(and(isNotNull(cycleKeys.sealedKey), lte(cycleKeys.destroyOn, today)))
    .orderBy(asc(cycleKeys.destroyOn), asc(cycleKeys.cycleId))
    .limit(limit);

/**
 * Takes from so many ballots of a cycle what tells whose they are, receipts among it: whoever has read one in somebody's
 * hand could look up the ballot. How many it were. Holds the cycle's key meanwhile:
 * two that empty the same ballots at once would lock them in two orders.
 */
export async function emptyVoterKeys(tx: Db, cycleId: string, limit: number): Promise<number> {
  await tx
    .select({ cycleId: cycleKeys.cycleId })
    .from(cycleKeys)
    .where(eq(cycleKeys.cycleId, cycleId))
    .for("update");
  const some = tx
    .select({ id: ballots.id })
    .from(ballots)
    .where(and(eq(ballots.cycleId, cycleId), or(isNotNull(ballots.voterKey), isNotNull(ballots.receipt))))
    .limit(limit);
  const emptied = await tx
    .update(ballots)
    .set({ voterKey: null, receipt: null })
    .where(inArray(ballots.id, some))
    .returning({ id: ballots.id });
  return emptied.length;
}

/** Destroys a key; false where somebody else has. */
export async function destroyCycleKey(tx: Db, cycleId: string, at: Date): Promise<boolean> {
  const destroyed = await tx
    .update(cycleKeys)
    .set({ sealedKey: null, destroyedAt: at })
    .where(and(eq(cycleKeys.cycleId, cycleId), isNotNull(cycleKeys.sealedKey)))
    .returning({ cycleId: cycleKeys.cycleId });
  return destroyed.length > 0;
}
