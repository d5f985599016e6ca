import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { PromiseLevel } from "#app/domain/thread/promise.ts";
import { residents } from "#db/schema/account.ts";
import { threadEntries, threads } from "#db/schema/thread.ts";
import type { Db } from "#db/types.ts";

export type Thread = typeof threads.$inferSelect;
export type ThreadEntry = typeof threadEntries.$inferSelect;

// Far more than anybody writes to a team, or a thread has; only bounds.
const mostThreads = 200;
const mostEntries = 200;

/** Adds a thread; null when its reference is taken. */
export async function insertThread(tx: Db, values: typeof threads.$inferInsert): Promise<Thread | null> {
  const [added] = await tx
    .insert(threads)
    .values(values)
    .onConflictDoNothing({ target: threads.reference })
    .returning();
  return added ?? null;
}

export async function insertEntries(
  tx: Db,
  entries: readonly (typeof threadEntries.$inferInsert)[],
): Promise<void> {
  await tx.insert(threadEntries).values([...entries]);
}

/** Locks a thread that the actor may see, so that nobody changes it meanwhile; null for any other. */
export async function lockThread(tx: Db, id: string): Promise<Thread | null> {
  const [thread] = await tx.select().from(threads).where(eq(threads.id, id)).for("update");
  return thread ?? null;
}

export async function updateThread(
  tx: Db,
  id: string,
  values: Partial<typeof threads.$inferInsert>,
): Promise<void> {
  await tx
    .update(threads)
    .set({ ...values, version: sql`${threads.version} + 1` })
    .where(eq(threads.id, id));
}

/** What was written on a thread, in its order. */
export const listEntries = (db: Db, threadId: string): Promise<ThreadEntry[]> =>
  db
    .select()
    .from(threadEntries)
    .where(eq(threadEntries.threadId, threadId))
    .orderBy(asc(threadEntries.at), asc(threadEntries.id))
    .limit(mostEntries);

/** A resident's own thread, or null. */
export async function findOwnThread(db: Db, accountId: string, reference: string): Promise<Thread | null> {
  const [found] = await db
    .select()
    .from(threads)
    .where(and(eq(threads.raisedBy, accountId), eq(threads.reference, reference)));
  return found ?? null;
}

/** A resident's own threads, the latest first. */
export const listOwnThreads = (db: Db, accountId: string): Promise<Thread[]> =>
  db
    .select()
    .from(threads)
    .where(eq(threads.raisedBy, accountId))
    .orderBy(desc(threads.receivedAt), desc(threads.id))
    .limit(mostThreads);

const within = (scope: Scope): SQL | undefined =>
  scope.isForce ? undefined : inArray(threads.neighbourhoodId, [...scope.neighbourhoodIds]);

/** A thread of the scope, or null. */
export async function findThread(db: Db, scope: Scope, id: string): Promise<Thread | null> {
  const [found] = await db
    .select()
    .from(threads)
    .where(and(sql`${threads.id}::text = ${id}`, within(scope)));
  return found ?? null;
}

const isOpen = inArray(threads.state, ["received", "acknowledged", "reopened"]);
const dueNow = sql<Date>`coalesce(${threads.delayedUntil}, ${threads.dueAt})`;

/** Open threads of the scope: those at one of `mine` first, then by when their answer is due, the most late first. */
export const listOpenThreads = (
  db: Db,
  scope: Scope,
  mine: readonly PromiseLevel[],
  slice: { limit: number; offset: number },
) =>
  db
    .select({ thread: threads })
    .from(threads)
    .where(and(isOpen, within(scope)))
    .orderBy(
      mine.length === 0 ? sql`1 = 1` : desc(inArray(threads.level, [...mine])),
      asc(dueNow),
      asc(threads.id),
    )
    .limit(slice.limit)
    .offset(slice.offset);

/** How many of a scope wait for an answer, and how many of them too long. */
export async function countOpenThreads(
  db: Db,
  scope: Scope,
  now: Date,
): Promise<{ waiting: number; late: number }> {
  const [row] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${dueNow} < ${now.toISOString()}::timestamptz))::int`,
    })
    .from(threads)
    .where(and(isOpen, within(scope)));
  return row ?? { waiting: 0, late: 0 };
}

/** Threads of the scope that need no answer, the latest change first. */
export const listSettledThreads = (db: Db, scope: Scope, slice: { limit: number; offset: number }) =>
  db
    .select({ thread: threads })
    .from(threads)
    .where(and(inArray(threads.state, ["answered", "redirected", "closed"]), within(scope)))
    .orderBy(desc(threads.changedAt), desc(threads.id))
    .limit(slice.limit)
    .offset(slice.offset);

/** Threads whose promise ran out before `now` and was not found broken yet. */
export const listBroken = (db: Db, now: Date, limit: number) =>
  db
    .select({ id: threads.id })
    .from(threads)
    .where(and(isOpen, sql`${threads.missedAt} is null`, sql`${dueNow} < ${now.toISOString()}::timestamptz`))
    .orderBy(asc(threads.dueAt))
    .limit(limit);

/** Threads whose promise ran out before `before`, and which the inspector has not got. */
export const listForInspector = (db: Db, before: Date, limit: number) =>
  db
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        isOpen,
        sql`${threads.missedAt} is not null`,
        sql`${threads.level} <> 'inspector'`,
        sql`${dueNow} <= ${before.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(threads.dueAt))
    .limit(limit);

/** Answered or redirected threads in which nothing was changed since `before`. */
export const listQuiet = (db: Db, before: Date, limit: number) =>
  db
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        inArray(threads.state, ["answered", "redirected"]),
        sql`${threads.changedAt} < ${before.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(threads.changedAt))
    .limit(limit);

/** The account of a resident whom staff entered, by the reference on their paper; null where there is none. */
export async function findByResidentReference(db: Db, reference: string): Promise<string | null> {
  const [found] = await db
    .select({ accountId: residents.accountId })
    .from(residents)
    .where(eq(residents.reference, reference));
  return found?.accountId ?? null;
}
