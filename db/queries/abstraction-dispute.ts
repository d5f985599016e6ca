import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Code } from "#app/domain/abstraction/codes.ts";
import type { DisputeAnswer } from "#app/domain/abstraction/dispute.ts";
import type { DisputeState } from "#app/domain/abstraction/words.ts";
import type { Scope } from "#app/domain/actor.ts";
import { abstractionDisputes, abstractionEntries } from "#db/schema/abstraction.ts";
import { posts } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { isPostHeld, isPostReached } from "./post-reach.ts";

/** What an officer said of an entry, and what was answered. Never who: the post is what is known. */
export interface Dispute {
  id: string;
  entryId: string;
  entryVersion: number;
  state: DisputeState;
  words: string;
  raisedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
}

const shown = {
  id: abstractionDisputes.id,
  entryId: abstractionDisputes.entryId,
  entryVersion: abstractionDisputes.entryVersion,
  state: abstractionDisputes.state,
  words: abstractionDisputes.words,
  raisedAt: abstractionDisputes.raisedAt,
  answer: abstractionDisputes.answer,
  answeredAt: abstractionDisputes.answeredAt,
};

const mostDisputes = 500;

/** The disputes of entries, the last first. The reader is one who may read the entries. */
export const listDisputesOf = (db: Db, entryIds: readonly string[]): Promise<Dispute[]> =>
  entryIds.length === 0
    ? Promise.resolve([])
    : db
        .select(shown)
        .from(abstractionDisputes)
        .where(inArray(abstractionDisputes.entryId, [...entryIds]))
        .orderBy(desc(abstractionDisputes.raisedAt), desc(abstractionDisputes.id))
        .limit(mostDisputes);

const isOpenIn = (db: Db, scope: Scope) =>
  and(eq(abstractionDisputes.state, "open"), isPostReached(db, scope, sql`${abstractionDisputes.postId}`));

/** The disputes that wait for an answer in a scope, with what each is about, the first first. */
export const listOpenDisputes = (db: Db, scope: Scope, limit: number) =>
  db
    .select({
      ...shown,
      postId: abstractionDisputes.postId,
      post: posts.reference,
      raisedBy: abstractionDisputes.raisedBy,
      enteredBy: abstractionEntries.enteredBy,
      startsAt: abstractionEntries.startsAt,
      endsAt: abstractionEntries.endsAt,
      code: abstractionEntries.code,
    })
    .from(abstractionDisputes)
    .innerJoin(
      abstractionEntries,
      and(eq(abstractionEntries.id, abstractionDisputes.entryId), eq(abstractionEntries.isLatest, true)),
    )
    .innerJoin(posts, eq(posts.id, abstractionDisputes.postId))
    .where(isOpenIn(db, scope))
    .orderBy(asc(abstractionDisputes.raisedAt), asc(abstractionDisputes.id))
    .limit(limit);

/** How many disputes wait for an answer in a scope. */
export async function countOpenDisputes(db: Db, scope: Scope): Promise<number> {
  const [found] = await db.select({ waiting: count() }).from(abstractionDisputes).where(isOpenIn(db, scope));
  return found?.waiting ?? 0;
}

/** An entry as whoever disputes it or answers knows it. */
export interface DisputableEntry {
  id: string;
  version: number;
  isWithdrawn: boolean;
  postId: string;
  post: string;
  startsAt: Date;
  endsAt: Date;
  code: Code;
  enteredBy: string | null;
  /** The officer held the post when it began. */
  isOwn: boolean;
}

/**
 * An entry as it stands, where the account held the post then or the post is in the scope. Null where it is neither:
 * it is not there for them.
 */
export async function findDisputable(
  db: Db,
  id: string,
  { accountId, scope }: { accountId: string | null; scope: Scope | null },
): Promise<DisputableEntry | null> {
  const { postId, startsAt } = abstractionEntries;
  const isOwn = isPostHeld(db, accountId, sql`${postId}`, sql`${startsAt}`);
  const [found] = await db
    .select({
      id: abstractionEntries.id,
      version: abstractionEntries.version,
      isWithdrawn: abstractionEntries.isWithdrawn,
      postId,
      post: posts.reference,
      startsAt,
      endsAt: abstractionEntries.endsAt,
      code: abstractionEntries.code,
      enteredBy: abstractionEntries.enteredBy,
      isOwn: sql<boolean>`${isOwn}`,
    })
    .from(abstractionEntries)
    .innerJoin(posts, eq(posts.id, postId))
    .where(
      and(
        eq(abstractionEntries.id, id),
        eq(abstractionEntries.isLatest, true),
        sql`(${isOwn} or ${isPostReached(db, scope, sql`${postId}`)})`,
      ),
    )
    .limit(1);
  return found ?? null;
}

const openDispute = (db: Db, entryId: string) =>
  db
    .select({ id: abstractionDisputes.id, raisedBy: abstractionDisputes.raisedBy })
    .from(abstractionDisputes)
    .where(and(eq(abstractionDisputes.entryId, entryId), eq(abstractionDisputes.state, "open")))
    .limit(1);

/** The open dispute of an entry; null where none is. */
export const findOpenDispute = async (db: Db, entryId: string) => (await openDispute(db, entryId))[0] ?? null;

/** The same, held until the transaction ends. */
export const lockOpenDispute = async (tx: Db, entryId: string) =>
  (await openDispute(tx, entryId).for("update"))[0] ?? null;

/** Opens a dispute; null where the entry has one already. */
export async function insertDispute(
  tx: Db,
  values: Pick<
    typeof abstractionDisputes.$inferInsert,
    "entryId" | "entryVersion" | "postId" | "words" | "raisedBy" | "raisedAt"
  >,
): Promise<string | null> {
  const [added] = await tx
    .insert(abstractionDisputes)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: abstractionDisputes.id });
  return added?.id ?? null;
}

/** Ends a dispute that is held. */
export async function closeDispute(
  tx: Db,
  id: string,
  {
    state,
    answer,
    by,
    at,
  }: { state: DisputeAnswer | "withdrawn"; answer: string | null; by: string | null; at: Date },
): Promise<void> {
  await tx
    .update(abstractionDisputes)
    .set({ state, answer, answeredBy: by, answeredAt: at })
    .where(eq(abstractionDisputes.id, id));
}
