import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

export type Priority = typeof priorities.$inferSelect;
export type PriorityChanges = Partial<Omit<Priority, "id" | "reference" | "version">>;

/**
 * Holds the places of a neighbourhood until the transaction ends: whoever fills or frees one takes this first, so that
 * two never take the last.
 */
export async function lockPlaces(tx: Db, neighbourhoodId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`places ${neighbourhoodId}`}, 0))`);
}

/** The places taken in a neighbourhood, and what holds them. Call it with the places locked. */
export const placesTaken = (tx: Db, neighbourhoodId: string) =>
  tx
    .select({ slot: priorities.slot, state: priorities.state, reviewedAt: priorities.reviewedAt })
    .from(priorities)
    .where(and(eq(priorities.neighbourhoodId, neighbourhoodId), isNotNull(priorities.slot)))
    .orderBy(asc(priorities.slot))
    .limit(100);

export type NewPriority = typeof priorities.$inferInsert;

/** Adds a priority; null when the reference is taken. */
export async function insertPriority(tx: Db, values: NewPriority): Promise<Priority | null> {
  const [added] = await tx
    .insert(priorities)
    .values(values)
    .onConflictDoNothing({ target: priorities.reference })
    .returning();
  return added ?? null;
}

export async function findPriority(db: Db, reference: string): Promise<Priority | null> {
  const [priority] = await db.select().from(priorities).where(eq(priorities.reference, reference)).limit(1);
  return priority ?? null;
}

export async function findPriorityById(db: Db, id: string): Promise<Priority | null> {
  const [priority] = await db.select().from(priorities).where(eq(priorities.id, id)).limit(1);
  return priority ?? null;
}

/** Locks a priority, so that nobody else moves it before the transaction ends. */
export async function lockPriority(tx: Db, id: string): Promise<Priority | null> {
  const [priority] = await tx.select().from(priorities).where(eq(priorities.id, id)).for("update");
  return priority ?? null;
}

/** Writes what changed of a locked priority; its version rises by one. */
export async function updatePriority(tx: Db, id: string, changes: PriorityChanges): Promise<Priority> {
  const [priority] = await tx
    .update(priorities)
    .set({ ...changes, version: sql`${priorities.version} + 1` })
    .where(eq(priorities.id, id))
    .returning();
  if (priority === undefined) throw new Error("A locked priority was not there to be changed.");
  return priority;
}

export const insertPriorityEvent = (tx: Db, event: typeof priorityEvents.$inferInsert) =>
  tx.insert(priorityEvents).values(event);
