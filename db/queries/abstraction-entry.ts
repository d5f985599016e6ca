import { and, asc, desc, eq, gt, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { Code } from "#app/domain/abstraction/codes.ts";
import type { Span } from "#app/domain/abstraction/month.ts";
import { abstractionEntries } from "#db/schema/abstraction.ts";
import type { Db } from "#db/types.ts";

export type AbstractionEntry = typeof abstractionEntries.$inferSelect;
export type NewEntryVersion = typeof abstractionEntries.$inferInsert;

/** An entry corrected more often than this is looked at by its latest versions. */
const mostVersions = 100;
/** More than a list of posts has on a day or two; only bounds. */
const mostEntries = 2_000;

const stands = and(eq(abstractionEntries.isLatest, true), eq(abstractionEntries.isWithdrawn, false));

/** An entry as it stands, withdrawn or not. Which posts an actor reads is the caller's to say. */
export async function findEntry(db: Db, id: string): Promise<AbstractionEntry | null> {
  const [entry] = await db
    .select()
    .from(abstractionEntries)
    .where(and(eq(abstractionEntries.id, id), eq(abstractionEntries.isLatest, true)))
    .limit(1);
  return entry ?? null;
}

/** Every version of an entry, the latest first. */
export const listEntryVersions = (db: Db, id: string): Promise<AbstractionEntry[]> =>
  db
    .select()
    .from(abstractionEntries)
    .where(eq(abstractionEntries.id, id))
    .orderBy(desc(abstractionEntries.version))
    .limit(mostVersions);

/** What stands for exactly this time of a post, other than one entry. */
export async function findEntryOfTime(
  db: Db,
  { postId, from, to }: Span & { postId: string },
  exceptId: string | null,
): Promise<AbstractionEntry | null> {
  const [entry] = await db
    .select()
    .from(abstractionEntries)
    .where(
      and(
        eq(abstractionEntries.postId, postId),
        eq(abstractionEntries.startsAt, from),
        eq(abstractionEntries.endsAt, to),
        stands,
        exceptId === null ? undefined : ne(abstractionEntries.id, exceptId),
      ),
    )
    .limit(1);
  return entry ?? null;
}

/** The entry that a request became, as it stands or withdrawn. */
export async function findEntryOfRequest(db: Db, requestId: string): Promise<AbstractionEntry | null> {
  const [entry] = await db
    .select()
    .from(abstractionEntries)
    .where(and(eq(abstractionEntries.requestId, requestId), eq(abstractionEntries.isLatest, true)))
    .orderBy(asc(abstractionEntries.isWithdrawn), desc(abstractionEntries.enteredAt))
    .limit(1);
  return entry ?? null;
}

/** What stands of posts in a stretch of time, wholly or in part, by its beginning. */
export const entriesWithin = (
  db: Db,
  postIds: readonly string[],
  { from, to }: Span,
): Promise<AbstractionEntry[]> =>
  postIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(abstractionEntries)
        .where(
          and(
            inArray(abstractionEntries.postId, [...postIds]),
            stands,
            lt(abstractionEntries.startsAt, to),
            gt(abstractionEntries.endsAt, from),
            // As the two indexes have them: what is short by its beginning, what is long by itself.
            or(
              gt(abstractionEntries.startsAt, new Date(from.getTime() - 36 * 3_600_000)),
              sql`${abstractionEntries.endsAt} - ${abstractionEntries.startsAt} > interval '36 hours'`,
            ),
          ),
        )
        .orderBy(asc(abstractionEntries.startsAt), asc(abstractionEntries.id))
        .limit(mostEntries);

/** Writes the first version of an entry; false where the id or the time of the post was taken meanwhile. */
export async function insertEntry(tx: Db, values: NewEntryVersion): Promise<boolean> {
  const written = await tx
    .insert(abstractionEntries)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: abstractionEntries.id });
  return written.length === 1;
}

/** Writes the next version of an entry; false where somebody else has changed it meanwhile. */
export async function writeNextVersion(tx: Db, values: NewEntryVersion): Promise<boolean> {
  const before = await tx
    .update(abstractionEntries)
    .set({ isLatest: false })
    .where(
      and(
        eq(abstractionEntries.id, values.id),
        eq(abstractionEntries.version, values.version - 1),
        eq(abstractionEntries.isLatest, true),
      ),
    )
    .returning({ id: abstractionEntries.id });
  if (before.length !== 1) return false;
  await tx.insert(abstractionEntries).values(values);
  return true;
}

/** The codes that were logged most often since a moment, the most used first. */
export async function mostUsedCodes(db: Db, since: Date, count: number): Promise<Code[]> {
  const rows = await db
    .select({ code: abstractionEntries.code })
    .from(abstractionEntries)
    .where(and(gt(abstractionEntries.startsAt, since), stands, eq(abstractionEntries.source, "log")))
    .groupBy(abstractionEntries.code)
    .orderBy(desc(sql`count(*)`), asc(abstractionEntries.code))
    .limit(count);
  return rows.map(({ code }) => code);
}
