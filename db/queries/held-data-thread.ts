import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { threadEntries, threadHandOffs, threads } from "#db/schema/thread.ts";
import { type HeldOf, type HeldPart, mostRows } from "./held-data.ts";

const isOwnThread = ({ accountId }: HeldOf) => eq(threads.raisedBy, accountId);

// The contact centre has still to read it, and ours is the only copy.
const isStillUrgent = sql`(${threadEntries.kind} = 'message' and exists (select from ${threadHandOffs}
  where ${threadHandOffs.threadId} = ${threadEntries.threadId} and ${threadHandOffs.acknowledgedAt} is null))`;

/**
 * What was written to a team and by it. The thread itself stays, closed and empty: it is counted. What may be urgent
 * and nobody has read stays until somebody did, and goes a week later; whose it was is gone.
 */
export const heldThreads: HeldPart = {
  tables: ["threads", "thread_entries"],
  read: (db, of) =>
    db
      .select({
        reference: threads.reference,
        state: threads.state,
        at: threadEntries.at,
        writer: threadEntries.writer,
        words: threadEntries.words,
      })
      .from(threads)
      .innerJoin(threadEntries, eq(threadEntries.threadId, threads.id))
      .where(and(isOwnThread(of), ne(threadEntries.kind, "note")))
      .orderBy(threads.receivedAt, threadEntries.at)
      .limit(mostRows),
  erase: async (tx, of) => {
    await tx
      .update(threadEntries)
      .set({
        words: sql`case when ${isStillUrgent} then ${threadEntries.words} end`,
        writerId: sql`nullif(${threadEntries.writerId}, ${of.accountId}::uuid)`,
      })
      .where(
        inArray(threadEntries.threadId, tx.select({ id: threads.id }).from(threads).where(isOwnThread(of))),
      );
    await tx
      .update(threads)
      .set({
        raisedBy: null,
        state: "closed",
        closedAt: sql`coalesce(${threads.closedAt}, now())`,
        version: sql`${threads.version} + 1`,
      })
      .where(isOwnThread(of));
  },
};
