import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
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

/** Locks concerns, in the order that everybody locks them in. */
export const lockConcerns = (tx: Db, ids: readonly string[]): Promise<Concern[]> =>
  tx
    .select()
    .from(concerns)
    .where(inArray(concerns.id, [...ids]))
    .orderBy(asc(concerns.id))
    .limit(ids.length)
    .for("update");

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

/** Writes what changed alike of locked concerns; the version of each rises by one. */
export const updateConcerns = (
  tx: Db,
  ids: readonly string[],
  {
    triagedAt,
    ...changes
  }: Pick<Concern, "state" | "reasonCode" | "changedAt"> & { triagedAt: Date; decidedBy?: string | null },
): Promise<Concern[]> =>
  tx
    .update(concerns)
    .set({
      ...changes,
      // What was triaged before was triaged then.
      triagedAt: sql`coalesce(${concerns.triagedAt}, ${sql.param(triagedAt, concerns.triagedAt)}::timestamptz)`,
      version: sql`${concerns.version} + 1`,
    })
    .where(inArray(concerns.id, [...ids]))
    .returning();

export const insertConcernWords = (tx: Db, concernId: string, words: ConcernWords, eraseOn: Day | null) =>
  tx.insert(concernTexts).values({ concernId, ...words, eraseOn });

/** What a resident said instead; nothing happens where it was erased. */
export const updateConcernWords = (tx: Db, concernId: string, words: ConcernWords) =>
  tx
    .update(concernTexts)
    .set(words)
    .where(and(eq(concernTexts.concernId, concernId), isNull(concernTexts.erasedAt)));

/** Keeps what a resident said with what they add; after an erasure that begins again with what is new. */
export const keepAddedWords = (tx: Db, concernId: string, words: string) =>
  tx.update(concernTexts).set({ words, erasedAt: null }).where(eq(concernTexts.concernId, concernId));

/** From which day on the words go; null while they stay. */
export const setWordsEraseOn = (tx: Db, concernIds: readonly string[], eraseOn: Day | null) =>
  tx
    .update(concernTexts)
    .set({ eraseOn })
    .where(and(inArray(concernTexts.concernId, [...concernIds]), isNull(concernTexts.erasedAt)));

export const insertConcernEvent = (tx: Db, event: typeof concernEvents.$inferInsert) =>
  insertConcernEvents(tx, [event]);

export async function insertConcernEvents(
  tx: Db,
  events: readonly (typeof concernEvents.$inferInsert)[],
): Promise<void> {
  if (events.length > 0) await tx.insert(concernEvents).values([...events]);
}

export const insertDiversion = (tx: Db, diversion: typeof diversions.$inferInsert) =>
  tx.insert(diversions).values(diversion).onConflictDoNothing();

/** Which of some concerns were handed to another service that has not said that it has them. */
export async function thatWaitForAnother(db: Db, concernIds: readonly string[]): Promise<Set<string>> {
  const waiting = await db
    .selectDistinct({ concernId: diversions.concernId })
    .from(diversions)
    .where(and(inArray(diversions.concernId, [...concernIds]), isNull(diversions.acknowledgedAt)))
    .limit(concernIds.length);
  return new Set(waiting.map(({ concernId }) => concernId));
}
