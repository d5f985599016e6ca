import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import type { AgendaSection } from "#app/domain/tasking/agenda.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingEntries, taskingItems } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { isUuid } from "./uuid.ts";

export type TaskingItem = typeof taskingItems.$inferSelect;

// A BCU's agenda names each priority of thirty neighbourhoods; only a bound.
const mostItems = 500;

/** The agenda of a meeting in order, with the reference of each priority. Call it for somebody who reads the meeting. */
export const listItems = (db: Db, meetingId: string) =>
  db
    .select({
      id: taskingItems.id,
      section: taskingItems.section,
      position: taskingItems.position,
      title: taskingItems.title,
      brief: taskingItems.brief,
      marking: taskingItems.marking,
      priorityId: taskingItems.priorityId,
      priorityReference: priorities.reference,
      priorityReason: taskingItems.priorityReason,
      theme: taskingItems.theme,
      feedbackLine: taskingItems.feedbackLine,
      isStanding: taskingItems.isStanding,
      version: taskingItems.version,
    })
    .from(taskingItems)
    .leftJoin(priorities, eq(priorities.id, taskingItems.priorityId))
    .where(eq(taskingItems.meetingId, meetingId))
    .orderBy(asc(taskingItems.section), asc(taskingItems.position), asc(taskingItems.id))
    .limit(mostItems);

export async function findItem(db: Db, meetingId: string, id: string): Promise<TaskingItem | null> {
  if (!isUuid(id)) return null;
  const [found] = await db
    .select()
    .from(taskingItems)
    .where(and(eq(taskingItems.meetingId, meetingId), eq(taskingItems.id, id)))
    .limit(1);
  return found ?? null;
}

export async function insertItems(
  tx: Db,
  rows: readonly (typeof taskingItems.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(taskingItems).values([...rows]);
}

/** The place of the next item that somebody adds to a section: behind all that the agenda writes by itself. */
export async function nextPosition(db: Db, meetingId: string, section: AgendaSection): Promise<number> {
  const firstAdded = 1_000;
  const [last] = await db
    .select({ position: max(taskingItems.position) })
    .from(taskingItems)
    .where(and(eq(taskingItems.meetingId, meetingId), eq(taskingItems.section, section)));
  return Math.max(firstAdded, (last?.position ?? 0) + 1);
}

/** Changes an item; its version rises, and from then on the agenda leaves its words as they are. */
export async function updateItem(
  tx: Db,
  { id, version }: Pick<TaskingItem, "id" | "version">,
  changes: Partial<
    Pick<TaskingItem, "title" | "brief" | "marking" | "theme" | "priorityId" | "feedbackLine">
  >,
): Promise<void> {
  await tx
    .update(taskingItems)
    .set({ ...changes, version: version + 1 })
    .where(eq(taskingItems.id, id));
}

/** Says the same of several items; the version of each rises. */
export async function tellOfItems(tx: Db, ids: readonly string[], feedbackLine: string): Promise<void> {
  await tx
    .update(taskingItems)
    .set({ feedbackLine, version: sql`${taskingItems.version} + 1` })
    .where(inArray(taskingItems.id, [...ids]));
}

/** An item that the agenda wrote, as it is now. */
export interface RenewedItem {
  id: string;
  position: number;
  title: string;
  brief: string;
  priorityReason: TaskingItem["priorityReason"];
}

/** Writes standing items anew, in one statement. */
export async function renewItems(tx: Db, meetingId: string, rows: readonly RenewedItem[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ id, position, title, brief, priorityReason }) =>
      sql`(${id}::uuid, ${position}::smallint, ${title}::text, ${brief}::text, ${priorityReason}::agenda_priority_reason)`,
  );
  await tx.execute(sql`
    update tasking_items t
    set position = new.position, title = new.title, brief = new.brief, priority_reason = new.reason
    from (values ${sql.join(values, sql`, `)}) as new(id, position, title, brief, reason)
    where t.id = new.id and t.meeting_id = ${meetingId}::uuid`);
}

/** Takes items away of which nothing was written down yet. */
export async function deleteItems(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(taskingItems)
    .where(
      and(
        inArray(taskingItems.id, [...ids]),
        sql`not exists (select from ${taskingEntries} where ${taskingEntries.itemId} = ${taskingItems.id})`,
      ),
    );
}
