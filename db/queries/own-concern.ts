import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { concernEvents, concerns, concernSupporters, concernTexts } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

// More than one person raises or one concern goes through; only bounds.
const mostConcerns = 200;
const mostEvents = 100;

const ownColumns = {
  id: concerns.id,
  reference: concerns.reference,
  neighbourhoodId: concerns.neighbourhoodId,
  category: concerns.category,
  state: concerns.state,
  raisedAt: concerns.raisedAt,
};

/** What an account raised, the newest first. */
export const listOwnConcerns = (db: Db, accountId: string) =>
  db
    .select(ownColumns)
    .from(concerns)
    .where(eq(concerns.raisedBy, accountId))
    .orderBy(desc(concerns.raisedAt), desc(concerns.id))
    .limit(mostConcerns);

/** The published concerns that an account added itself to, the newest first. */
export const listSupportedConcerns = (db: Db, accountId: string) =>
  db
    .select({
      reference: concerns.reference,
      neighbourhoodId: concerns.neighbourhoodId,
      title: concerns.publicTitle,
      state: concerns.state,
      at: concernSupporters.at,
    })
    .from(concernSupporters)
    .innerJoin(concerns, eq(concerns.id, concernSupporters.concernId))
    .where(eq(concernSupporters.accountId, accountId))
    .orderBy(desc(concernSupporters.at), desc(concerns.id))
    .limit(mostConcerns);

const mergedInto = alias(concerns, "merged_into");

/** One of an account's own concerns, with what it said and every step; null for another's, or none. */
export async function findOwnConcern(db: Db, accountId: string, reference: string) {
  const [concern] = await db
    .select({
      ...ownColumns,
      version: concerns.version,
      publishedAt: concerns.publishedAt,
      takenDownAt: concerns.takenDownAt,
      isUrgent: concerns.isUrgent,
      words: concernTexts.words,
      placeWords: concernTexts.placeWords,
      whenWords: concernTexts.whenWords,
      effectWords: concernTexts.effectWords,
      erasedAt: concernTexts.erasedAt,
      // Under the reader's own scope there only where everybody may see it.
      mergedInto: mergedInto.reference,
    })
    .from(concerns)
    .leftJoin(concernTexts, eq(concernTexts.concernId, concerns.id))
    .leftJoin(mergedInto, eq(mergedInto.id, concerns.mergedIntoId))
    .where(and(eq(concerns.reference, reference), eq(concerns.raisedBy, accountId)));
  return concern ?? null;
}

/** Every step of a concern, the first first. */
export const listConcernEvents = (db: Db, concernId: string) =>
  db
    .select({
      at: concernEvents.at,
      from: concernEvents.from,
      to: concernEvents.to,
      reasonCode: concernEvents.reasonCode,
      line: concernEvents.line,
    })
    .from(concernEvents)
    .where(eq(concernEvents.concernId, concernId))
    .orderBy(asc(concernEvents.at), asc(concernEvents.id))
    .limit(mostEvents);

/** The id of an account's own concern; null for another's, or none. */
export async function findOwnConcernId(db: Db, accountId: string, reference: string): Promise<string | null> {
  const [concern] = await db
    .select({ id: concerns.id })
    .from(concerns)
    .where(and(eq(concerns.reference, reference), eq(concerns.raisedBy, accountId)));
  return concern?.id ?? null;
}
