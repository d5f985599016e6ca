import { and, asc, desc, eq, inArray, lt, sql, type SQL } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import { taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { readsMeeting } from "./tasking-scope.ts";

const mostToCome = 100;
/** Ten years of monthly meetings. */
const mostOfGroup = 120;

const columns = {
  id: taskingMeetings.id,
  reference: taskingMeetings.reference,
  number: taskingMeetings.number,
  state: taskingMeetings.state,
  startsAt: taskingMeetings.startsAt,
  endsAt: taskingMeetings.endsAt,
  place: taskingMeetings.place,
  group: { code: taskingGroups.code, name: taskingGroups.name },
};

const select = (db: Db, reader: TaskingReader, today: Day, where: SQL | undefined) =>
  db
    .select(columns)
    .from(taskingMeetings)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingMeetings.groupId))
    .where(and(where, readsMeeting(db, reader, today)));

export type MeetingRow = Awaited<ReturnType<typeof select>>[number];

/** The meetings that sit or are to come, of those a reader may read: those in session first, then the soonest. */
export const listMeetingsToCome = (db: Db, reader: TaskingReader, today: Day): Promise<MeetingRow[]> =>
  select(db, reader, today, inArray(taskingMeetings.state, ["called", "open"]))
    .orderBy(
      sql`${taskingMeetings.state} = 'open' desc`,
      asc(taskingMeetings.startsAt),
      asc(taskingMeetings.id),
    )
    .limit(mostToCome);

/** The meetings of a group that a reader may read, the latest first. */
export const listMeetingsOfGroup = (
  db: Db,
  reader: TaskingReader,
  groupId: string,
  today: Day,
): Promise<MeetingRow[]> =>
  select(db, reader, today, eq(taskingMeetings.groupId, groupId))
    .orderBy(desc(taskingMeetings.startsAt), asc(taskingMeetings.id))
    .limit(mostOfGroup);

/** How many actions of each group are open, and late of those; a group without any is not in it. */
export async function countOpenActions(
  db: Db,
  groupIds: readonly string[],
  today: Day,
): Promise<Map<string, { open: number; late: number }>> {
  if (groupIds.length === 0) return new Map();
  const rows = await db
    .select({
      groupId: taskingActions.groupId,
      open: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${lt(taskingActions.dueOn, today)}))::int`,
    })
    .from(taskingActions)
    .where(
      and(
        inArray(taskingActions.groupId, [...groupIds]),
        inArray(taskingActions.state, [...openTaskingStates]),
      ),
    )
    .groupBy(taskingActions.groupId)
    .limit(groupIds.length);
  return new Map(rows.map(({ groupId, open, late }) => [groupId, { open, late }]));
}
