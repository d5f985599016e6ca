import { and, eq, isNull, sql } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { concernEvents, concerns, concernTexts, diversions } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

export type Concern = typeof concerns.$inferSelect;
export type ConcernChanges = Partial<Omit<Concern, "id" | "reference" | "state" | "version" | "changedAt">>;

/** What a resident said, as they said it. */
export interface ConcernWords {
  words: string;
  placeWords: string | null;
  whenWords: string | null;
  effectWords: string | null;
}

/** Locks a concern, so that nobody else moves it before the transaction ends; null where the actor may not change it. */
export async function lockConcern(tx: Db, id: string): Promise<Concern | null> {
  const [concern] = await tx.select().from(concerns).where(eq(concerns.id, id)).for("update");
  return concern ?? null;
}

export async function findConcernReference(db: Db, id: string): Promise<string | null> {
  const [concern] = await db
    .select({ reference: concerns.reference })
    .from(concerns)
    .where(eq(concerns.id, id));
  return concern?.reference ?? null;
}

/** Adds a concern; false when the reference is taken. */
export async function insertConcern(tx: Db, values: typeof concerns.$inferInsert): Promise<boolean> {
  const added = await tx.insert(concerns).values(values).onConflictDoNothing().returning({ id: concerns.id });
  return added.length > 0;
}

/** Writes what changed of a locked concern; its version rises by one. */
export async function updateConcern(
  tx: Db,
  id: string,
  changes: Partial<Omit<Concern, "id" | "version">> & { changedAt: Date },
): Promise<Concern> {
  const [concern] = await tx
    .update(concerns)
    .set({ ...changes, version: sql`${concerns.version} + 1` })
    .where(eq(concerns.id, id))
    .returning();
  if (concern === undefined) throw new Error("A locked concern was not there to be changed.");
  return concern;
}

export const insertConcernWords = (tx: Db, concernId: string, words: ConcernWords, eraseOn: Day | null) =>
  tx.insert(concernTexts).values({ concernId, ...words, eraseOn });

/** What a resident said instead; nothing happens where it was erased. */
export const updateConcernWords = (tx: Db, concernId: string, words: ConcernWords) =>
  tx
    .update(concernTexts)
    .set(words)
    .where(and(eq(concernTexts.concernId, concernId), isNull(concernTexts.erasedAt)));

/** From which day on the words go; null while they stay. */
export const setWordsEraseOn = (tx: Db, concernId: string, eraseOn: Day | null) =>
  tx
    .update(concernTexts)
    .set({ eraseOn })
    .where(and(eq(concernTexts.concernId, concernId), isNull(concernTexts.erasedAt)));

export const insertConcernEvent = (tx: Db, event: typeof concernEvents.$inferInsert) =>
  tx.insert(concernEvents).values(event);

export async function insertConcernEvents(
  tx: Db,
  events: readonly (typeof concernEvents.$inferInsert)[],
): Promise<void> {
  if (events.length > 0) await tx.insert(concernEvents).values([...events]);
}

export const insertDiversion = (tx: Db, diversion: typeof diversions.$inferInsert) =>
  tx.insert(diversions).values(diversion).onConflictDoNothing();

/** Whether a concern was handed to another service that has not said that it has it. */
export async function waitsForAnother(db: Db, concernId: string): Promise<boolean> {
  const [waiting] = await db
    .select({ concernId: diversions.concernId })
    .from(diversions)
    .where(and(eq(diversions.concernId, concernId), isNull(diversions.acknowledgedAt)));
  return waiting !== undefined;
}
