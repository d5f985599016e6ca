import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { threadEntries, threadHandOffs, threads } from "#db/schema/thread.ts";
import { disposal, instant } from "./disposal.ts";

const hasWords = sql`exists (select from ${threadEntries} where ${threadEntries.threadId} = ${threads.id}
  and ${threadEntries.words} is not null)`;

const hasMessage = sql`exists (select from ${threadEntries} where ${threadEntries.threadId} = ${threads.id}
  and ${threadEntries.kind} = 'message' and ${threadEntries.words} is not null)`;

/** What is kept of messages to teams. */
export const threadDisposals = {
  "thread-words": disposal(
    threads,
    sql`${threads.id}`,
    ({ since }) => and(lt(threads.closedAt, since), hasWords),
    (tx, keys) => tx.update(threadEntries).set({ words: null }).where(inArray(threadEntries.threadId, keys)),
  ),
  // What the team still owes an answer to has to be read; what the team wrote goes with the thread.
  "urgent-messages": disposal(
    threads,
    sql`${threads.id}`,
    ({ since }) =>
      and(
        inArray(threads.state, ["answered", "redirected", "closed"]),
        hasMessage,
        sql`(select bool_and(coalesce(${threadHandOffs.acknowledgedAt} < ${instant(since)}, false))
          from ${threadHandOffs} where ${threadHandOffs.threadId} = ${threads.id})`,
      ),
    (tx, keys) =>
      tx
        .update(threadEntries)
        .set({ words: null })
        .where(and(inArray(threadEntries.threadId, keys), eq(threadEntries.kind, "message"))),
  ),
  "message-hand-offs": disposal(
    threadHandOffs,
    sql`${threadHandOffs.id}`,
    ({ since }) => lt(threadHandOffs.acknowledgedAt, since),
    (tx, keys) => tx.delete(threadHandOffs).where(inArray(threadHandOffs.id, keys)),
  ),
};
