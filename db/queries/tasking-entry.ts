import { and, eq, sql } from "drizzle-orm";
import { taskingEntries, taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

export type TaskingEntry = typeof taskingEntries.$inferSelect;

/** The number under which a screen's key was written down already; null where it was not. */
export async function findEntryNumber(db: Db, meetingId: string, key: string): Promise<number | null> {
  const [found] = await db
    .select({ number: taskingEntries.number })
    .from(taskingEntries)
    .where(and(eq(taskingEntries.meetingId, meetingId), eq(taskingEntries.key, key)))
    .limit(1);
  return found?.number ?? null;
}

/**
 * Writes an entry down under the next number of its meeting, and gives the number. The meeting must be locked by this
 * transaction, so that entries are seen in the order of their numbers; look for the key first (`findEntryNumber`).
 */
export async function appendEntry(
  tx: Db,
  meetingId: string,
  entry: Omit<typeof taskingEntries.$inferInsert, "meetingId" | "number">,
): Promise<number> {
  const [raised] = await tx
    .update(taskingMeetings)
    .set({ entries: sql`${taskingMeetings.entries} + 1` })
    .where(eq(taskingMeetings.id, meetingId))
    .returning({ number: taskingMeetings.entries });
  if (raised === undefined) throw new Error("The meeting of an entry is not there.");
  await tx.insert(taskingEntries).values({ ...entry, meetingId, number: raised.number });
  return raised.number;
}
