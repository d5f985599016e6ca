import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { TallyRow } from "#app/domain/ballot/tally.ts";
import { tallies } from "#db/schema/ballot.ts";
import { candidateConcerns, candidates } from "#db/schema/candidate.ts";
import { concerns } from "#db/schema/concern.ts";
import { cycles } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";

// More than any shortlist has; only bounds.
const mostCandidates = 100;
const mostConcerns = 2_000;

export type ShortlistedCandidate = typeof candidates.$inferSelect;

/** The certified count of a cycle, as far as a panel needs it; null before it is certified. */
export async function countOfCycle(db: Db, cycleId: string) {
  const [count] = await db
    .select({
      counted: tallies.counted,
      quarantined: tallies.quarantined,
      isLowParticipation: tallies.isLowParticipation,
      rows: sql<readonly TallyRow[]>`${tallies.result} -> 'rows'`,
      needsPanelNote: sql<boolean>`coalesce((${tallies.result} ->> 'needsPanelNote')::boolean, false)`,
    })
    .from(tallies)
    .where(eq(tallies.cycleId, cycleId));
  return count ?? null;
}

export const shortlistOf = (db: Db, cycleId: string): Promise<ShortlistedCandidate[]> =>
  db
    .select()
    .from(candidates)
    .where(and(eq(candidates.cycleId, cycleId), eq(candidates.isShortlisted, true)))
    .orderBy(asc(candidates.number))
    .limit(mostCandidates);

export async function findPanelCycle(db: Db, cycleId: string) {
  const [cycle] = await db.select().from(cycles).where(eq(cycles.id, cycleId)).limit(1);
  return cycle ?? null;
}

/** Held to the end of the transaction: its stage stays what it is. */
export async function lockPanelCycle(tx: Db, cycleId: string) {
  const [cycle] = await tx.select().from(cycles).where(eq(cycles.id, cycleId)).for("update");
  return cycle ?? null;
}

/** No panel yet: flagged on the page of the cycle. */
export async function markInterim(tx: Db, cycleId: string, now: Date): Promise<void> {
  await tx
    .update(cycles)
    .set({ isInterim: true, changedAt: now, version: sql`${cycles.version} + 1` })
    .where(eq(cycles.id, cycleId));
}

/**
 * The concerns that candidates stand for and that wait for the panel, locked in one order, so that two who move several
 * of them cannot wait for each other.
 */
export async function lockShortlistedConcerns(
  tx: Db,
  candidateIds: readonly string[],
): Promise<{ concernId: string; candidateId: string }[]> {
  if (candidateIds.length === 0) return [];
  return tx
    .select({ concernId: concerns.id, candidateId: candidateConcerns.candidateId })
    .from(concerns)
    .innerJoin(candidateConcerns, eq(candidateConcerns.concernId, concerns.id))
    .where(and(inArray(candidateConcerns.candidateId, [...candidateIds]), eq(concerns.state, "shortlisted")))
    .orderBy(asc(concerns.id))
    .limit(mostConcerns)
    .for("update", { of: concerns });
}
