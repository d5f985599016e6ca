import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { LiveEntry } from "#app/domain/tasking/live-entry.ts";
import type { TaskingMeetingState } from "#app/domain/tasking/meeting.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import {
  taskingAttendances,
  taskingCarried,
  taskingEntries,
  taskingMeetings,
} from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

/** How far a meeting is. */
export interface LiveStanding {
  state: TaskingMeetingState;
  /** The number of its last entry. */
  entries: number;
  /** Another whenever something but its entries is: the meeting itself, who is there, what became of its actions. */
  stamp: string;
}

// A row that has just come counts nothing: an entry tells of it, and two hundred actions are not two hundred changes.
const attendanceChanges = (meetingId: string) => sql`(
  select coalesce(sum(${taskingAttendances.version} - 1), 0) from ${taskingAttendances}
  where ${taskingAttendances.meetingId} = ${meetingId})`;
const actionChanges = (meetingId: string) => sql`(
  select coalesce(sum(${taskingActions.version} - 1), 0) from ${taskingActions} where ${taskingActions.id} in (
    select ${taskingEntries.actionId} from ${taskingEntries} where ${taskingEntries.meetingId} = ${meetingId}
    union
    select ${taskingCarried.actionId} from ${taskingCarried} where ${taskingCarried.meetingId} = ${meetingId}))`;

/** How far a meeting is; null where it is not there. Call it for somebody who reads the meeting. */
export async function liveStandingOf(db: Db, meetingId: string): Promise<LiveStanding | null> {
  const [found] = await db
    .select({
      state: taskingMeetings.state,
      entries: taskingMeetings.entries,
      stamp: sql<string>`concat_ws('.', ${taskingMeetings.version}, ${attendanceChanges(meetingId)}, ${actionChanges(meetingId)})`,
    })
    .from(taskingMeetings)
    .where(eq(taskingMeetings.id, meetingId));
  return found ?? null;
}

/** The entries of a meeting after a number, in order, as screens show them. Call it for somebody who reads the meeting. */
export async function liveEntriesAfter(
  db: Db,
  meetingId: string,
  after: number,
  limit: number,
): Promise<LiveEntry[]> {
  const found = await db
    .select({
      entry: taskingEntries,
      action: taskingActions,
      agency: agencies.name,
      code: taskingGroups.code,
    })
    .from(taskingEntries)
    .leftJoin(taskingActions, eq(taskingActions.id, taskingEntries.actionId))
    .leftJoin(agencies, eq(agencies.id, taskingActions.agencyId))
    .leftJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .where(and(eq(taskingEntries.meetingId, meetingId), gt(taskingEntries.number, after)))
    .orderBy(asc(taskingEntries.number))
    .limit(limit);
  return found.map(({ entry, action, agency, code }) => ({
    number: entry.number,
    kind: entry.kind,
    itemId: entry.itemId,
    words: entry.words,
    reason: entry.reason,
    replaces: entry.replaces,
    at: entry.at.toISOString(),
    action:
      action === null || agency === null || code === null
        ? null
        : {
            id: action.id,
            name: `${code}-${action.number}`,
            agency,
            position: action.position,
            dueOn: action.dueOn,
            state: action.state,
          },
  }));
}
