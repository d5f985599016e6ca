import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { taskingEntries, taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

// More than any agenda has; only a bound.
const mostItems = 1_000;

export type TaskingEntry = typeof taskingEntries.$inferSelect;

/** What a screen's key was written down as already; null where it was not. */
export async function findEntryOfKey(db: Db, meetingId: string, key: string): Promise<TaskingEntry | null> {
  const [found] = await db
    .select()
    .from(taskingEntries)
    .where(and(eq(taskingEntries.meetingId, meetingId), eq(taskingEntries.key, key)))
    .limit(1);
  return found ?? null;
}

/** The number under which a screen's key was written down already; null where it was not. */
export const findEntryNumber = async (db: Db, meetingId: string, key: string): Promise<number | null> =>
  (await findEntryOfKey(db, meetingId, key))?.number ?? null;

/** The items of a meeting of which something was decided or an action given. Call it for somebody who reads the meeting. */
export async function itemsDecidedOn(db: Db, meetingId: string): Promise<string[]> {
  const found = await db
    .selectDistinct({ itemId: taskingEntries.itemId })
    .from(taskingEntries)
    .where(
      and(
        eq(taskingEntries.meetingId, meetingId),
        inArray(taskingEntries.kind, ["decision", "action"]),
        isNotNull(taskingEntries.itemId),
      ),
    )
    .limit(mostItems);
  return found.flatMap(({ itemId }) => itemId ?? []);
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
