import { and, asc, eq, isNull, max, sql } from "drizzle-orm";
import { candidates } from "#db/schema/candidate.ts";
import type { Db } from "#db/types.ts";

export type Candidate = typeof candidates.$inferSelect;
export type NewCandidate = typeof candidates.$inferInsert;

// The database numbers no more.
const mostCandidates = 99;

/** The candidates of a cycle by number. */
export const listCandidates = (db: Db, cycleId: string): Promise<Candidate[]> =>
  db
    .select()
    .from(candidates)
    .where(eq(candidates.cycleId, cycleId))
    .orderBy(asc(candidates.number))
    .limit(mostCandidates);

export async function findCandidate(db: Db, cycleId: string, number: number): Promise<Candidate | null> {
  const [candidate] = await db
    .select()
    .from(candidates)
    .where(and(eq(candidates.cycleId, cycleId), eq(candidates.number, number)))
    .limit(1);
  return candidate ?? null;
}

/** A candidate of a held cycle, held too until the transaction ends; null where it was removed. */
export async function lockCandidate(tx: Db, cycleId: string, id: string): Promise<Candidate | null> {
  const [candidate] = await tx
    .select()
    .from(candidates)
    .where(and(eq(candidates.cycleId, cycleId), eq(candidates.id, id)))
    .for("update");
  return candidate ?? null;
}

/** The number of the next candidate of a cycle. Hold the cycle. */
export async function nextCandidateNumber(tx: Db, cycleId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(candidates.number) })
    .from(candidates)
    .where(eq(candidates.cycleId, cycleId));
  return (row?.last ?? 0) + 1;
}

export async function insertCandidate(tx: Db, values: NewCandidate): Promise<string> {
  const [row] = await tx.insert(candidates).values(values).returning({ id: candidates.id });
  if (row === undefined) throw new Error("A candidate was not stored.");
  return row.id;
}

/** Changes a candidate that nobody else has changed meanwhile; false where somebody has. */
export async function updateCandidate(
  tx: Db,
  { id, version }: { id: string; version: number },
  values: Partial<NewCandidate>,
): Promise<boolean> {
  const updated = await tx
    .update(candidates)
    .set({ ...values, version: version + 1 })
    .where(and(eq(candidates.id, id), eq(candidates.version, version)))
    .returning({ id: candidates.id });
  return updated.length > 0;
}

/** Removes a candidate. What it stood for stays. */
export async function deleteCandidate(tx: Db, id: string): Promise<void> {
  await tx.delete(candidates).where(eq(candidates.id, id));
}

/** Leaves off whatever nobody decided about. */
export async function leaveOffUndecided(
  tx: Db,
  cycleId: string,
  change: { leftOffReason: string; changedAt: Date },
): Promise<void> {
  await tx
    .update(candidates)
    .set({ ...change, isShortlisted: false, version: sql`${candidates.version} + 1` })
    .where(and(eq(candidates.cycleId, cycleId), isNull(candidates.isShortlisted)));
}
