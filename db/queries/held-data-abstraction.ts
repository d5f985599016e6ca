import { asc, eq, or, sql } from "drizzle-orm";
import { abstractionDisputes, abstractionEntries } from "#db/schema/abstraction.ts";
import { duties } from "#db/schema/duty.ts";
import { posts } from "#db/schema/team.ts";
import { mostRows, type HeldPart } from "./held-data.ts";
import { isPostHeld } from "./post-reach.ts";

/** Duties of the posts that a person held then, and those that they confirmed. The duty stays the post's. */
export const heldDuties: HeldPart = {
  tables: ["duties"],
  read: (db, { accountId }) => {
    const isOwn = isPostHeld(db, accountId, sql`${duties.postId}`, sql`${duties.startsAt}`);
    return db
      .select({
        post: posts.reference,
        startsAt: duties.startsAt,
        endsAt: duties.endsAt,
        confirmedAs: duties.confirmedAs,
        isOwn: sql<boolean>`${isOwn}`,
        isConfirmedByThem: sql<boolean>`coalesce(${duties.confirmedBy} = ${accountId}::uuid, false)`,
      })
      .from(duties)
      .innerJoin(posts, eq(posts.id, duties.postId))
      .where(or(eq(duties.confirmedBy, accountId), isOwn))
      .orderBy(asc(duties.startsAt))
      .limit(mostRows);
  },
  erase: (tx, { accountId }) =>
    tx.update(duties).set({ confirmedBy: null }).where(eq(duties.confirmedBy, accountId)),
};

/** What the posts that a person held were used for, and what they wrote or allowed. Every version stays, without who wrote it. */
export const heldEntries: HeldPart = {
  tables: ["abstraction_entries"],
  read: (db, { accountId }) => {
    const isOwn = isPostHeld(
      db,
      accountId,
      sql`${abstractionEntries.postId}`,
      sql`${abstractionEntries.startsAt}`,
    );
    return db
      .select({
        post: posts.reference,
        version: abstractionEntries.version,
        isWithdrawn: abstractionEntries.isWithdrawn,
        startsAt: abstractionEntries.startsAt,
        endsAt: abstractionEntries.endsAt,
        code: abstractionEntries.code,
        reason: abstractionEntries.reason,
        notDone: abstractionEntries.notDone,
        changeReason: abstractionEntries.changeReason,
        enteredAt: abstractionEntries.enteredAt,
        isOwn: sql<boolean>`${isOwn}`,
        isWrittenByThem: sql<boolean>`coalesce(${abstractionEntries.enteredBy} = ${accountId}::uuid, false)`,
      })
      .from(abstractionEntries)
      .innerJoin(posts, eq(posts.id, abstractionEntries.postId))
      .where(
        or(
          eq(abstractionEntries.enteredBy, accountId),
          eq(abstractionEntries.authorisedBy, accountId),
          isOwn,
        ),
      )
      .orderBy(asc(abstractionEntries.startsAt), asc(abstractionEntries.id), asc(abstractionEntries.version))
      .limit(mostRows);
  },
  erase: async (tx, { accountId }) => {
    const { enteredBy, authorisedBy } = abstractionEntries;
    await tx.update(abstractionEntries).set({ enteredBy: null }).where(eq(enteredBy, accountId));
    await tx.update(abstractionEntries).set({ authorisedBy: null }).where(eq(authorisedBy, accountId));
  },
};

/** What a person said of entries, and what they answered. Both stay, without who said it. */
export const heldDisputes: HeldPart = {
  tables: ["abstraction_disputes"],
  read: (db, { accountId }) =>
    db
      .select({
        entry: abstractionDisputes.entryId,
        state: abstractionDisputes.state,
        words: abstractionDisputes.words,
        raisedAt: abstractionDisputes.raisedAt,
        answer: abstractionDisputes.answer,
        answeredAt: abstractionDisputes.answeredAt,
        isRaisedByThem: sql<boolean>`coalesce(${abstractionDisputes.raisedBy} = ${accountId}::uuid, false)`,
      })
      .from(abstractionDisputes)
      .where(or(eq(abstractionDisputes.raisedBy, accountId), eq(abstractionDisputes.answeredBy, accountId)))
      .orderBy(asc(abstractionDisputes.raisedAt))
      .limit(mostRows),
  erase: async (tx, { accountId }) => {
    const { raisedBy, answeredBy } = abstractionDisputes;
    await tx.update(abstractionDisputes).set({ raisedBy: null }).where(eq(raisedBy, accountId));
    await tx.update(abstractionDisputes).set({ answeredBy: null }).where(eq(answeredBy, accountId));
  },
};
