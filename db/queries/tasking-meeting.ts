import { and, eq } from "drizzle-orm";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { neighbourhoodIdsOfGroup, type TaskingGroup } from "./tasking-group.ts";
import { readsMeeting } from "./tasking-scope.ts";

export type TaskingMeeting = typeof taskingMeetings.$inferSelect;

/** A meeting with the group it is of. */
export interface HeldMeeting {
  meeting: TaskingMeeting;
  group: TaskingGroup;
}

/** A meeting by its reference, for whoever may read it: by their role, as its chair, or because they were asked to it. */
export async function findTaskingMeeting(
  db: Db,
  reader: TaskingReader,
  reference: string,
  today: Day,
): Promise<HeldMeeting | null> {
  const [found] = await db
    .select({ meeting: taskingMeetings, group: taskingGroups, neighbourhoodIds: neighbourhoodIdsOfGroup })
    .from(taskingMeetings)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingMeetings.groupId))
    .where(and(eq(taskingMeetings.reference, reference), readsMeeting(db, reader, today)))
    .limit(1);
  return found === undefined
    ? null
    : { meeting: found.meeting, group: { ...found.group, neighbourhoodIds: found.neighbourhoodIds } };
}

/**
 * Locks a meeting until the end of the transaction, and gives it as it is then. Rows that refer to it are still written
 * by others: a seat that is given while it sits waits for nobody who waits for its group.
 */
export async function lockTaskingMeeting(tx: Db, id: string): Promise<TaskingMeeting | null> {
  const [meeting] = await tx
    .select()
    .from(taskingMeetings)
    .where(eq(taskingMeetings.id, id))
    .for("no key update");
  return meeting ?? null;
}

/** Writes what changed of a locked meeting; its version rises by one. */
export async function updateTaskingMeeting(
  tx: Db,
  { id, version }: TaskingMeeting,
  changes: Partial<Omit<TaskingMeeting, "id" | "groupId" | "number" | "reference" | "version">>,
): Promise<void> {
  await tx
    .update(taskingMeetings)
    .set({ ...changes, version: version + 1 })
    .where(eq(taskingMeetings.id, id));
}
