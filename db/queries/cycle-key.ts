import { and, between, eq, isNotNull, ne } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { cycleKeys, cycles } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";

/** The sealed key of a cycle's ballots; `sealedKey` is null once it was destroyed. Only the platform sees it. */
export async function findCycleKey(db: Db, cycleId: string): Promise<{ sealedKey: string | null } | null> {
  const [found] = await db
    .select({ sealedKey: cycleKeys.sealedKey })
    .from(cycleKeys)
    .where(eq(cycleKeys.cycleId, cycleId));
  return found ?? null;
}

/** Keeps a cycle's key unless it has one. */
export async function insertCycleKey(tx: Db, cycleId: string, sealedKey: string): Promise<void> {
  await tx.insert(cycleKeys).values({ cycleId, sealedKey }).onConflictDoNothing();
}

export async function setKeyDestruction(tx: Db, cycleId: string, destroyOn: Day): Promise<void> {
  await tx.update(cycleKeys).set({ destroyOn }).where(eq(cycleKeys.cycleId, cycleId));
}

/** The day on which the key of a cycle is destroyed; null before its count, or where it never had a key. */
export async function findKeyDestruction(db: Db, cycleId: string): Promise<Day | null> {
  const [key] = await db
    .select({ destroyOn: cycleKeys.destroyOn })
    .from(cycleKeys)
    .where(eq(cycleKeys.cycleId, cycleId));
  return key?.destroyOn ?? null;
}

export interface SealedCycle {
  cycleId: string;
  sealedKey: string | null;
  shortlistingEndsOn: Day;
}

// Far more than there are neighbourhoods; only a bound.
const mostCycles = 2_000;

const selectSealed = (db: Db) =>
  db
    .select({
      cycleId: cycleKeys.cycleId,
      sealedKey: cycleKeys.sealedKey,
      shortlistingEndsOn: cycles.shortlistingEndsOn,
    })
    .from(cycleKeys)
    .innerJoin(cycles, eq(cycles.id, cycleKeys.cycleId));

/** Cycles of other neighbourhoods whose vote opens between two days and whose key is still there. */
export const listKeysAround = (db: Db, neighbourhoodId: string, from: Day, to: Day): Promise<SealedCycle[]> =>
  selectSealed(db)
    .where(
      and(
        ne(cycles.neighbourhoodId, neighbourhoodId),
        between(cycles.shortlistingEndsOn, from, to),
        isNotNull(cycleKeys.sealedKey),
      ),
    )
    .limit(mostCycles);

/** Every cycle whose ballots can still be told to be somebody's. */
export const listLiveKeys = (db: Db): Promise<SealedCycle[]> =>
  selectSealed(db).where(isNotNull(cycleKeys.sealedKey)).limit(mostCycles);
