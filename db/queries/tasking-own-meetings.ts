import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
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
import { readsMeeting } from "./tasking-scope.ts";

const columns = {
  id: taskingMeetings.id,
  reference: taskingMeetings.reference,
  number: taskingMeetings.number,
  state: taskingMeetings.state,
  startsAt: taskingMeetings.startsAt,
  endsAt: taskingMeetings.endsAt,
  place: taskingMeetings.place,
  code: taskingGroups.code,
  name: taskingGroups.name,
  /** What the reader said of coming; null where they read it by another way than an invitation. */
  answer: taskingAttendances.state,
};

const meetingsOf = (db: Db, { accountId }: TaskingReader) =>
  db
    .select(columns)
    .from(taskingMeetings)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingMeetings.groupId))
    .leftJoin(
      taskingAttendances,
      and(
        eq(taskingAttendances.meetingId, taskingMeetings.id),
        sql`${taskingAttendances.accountId} = ${accountId}::uuid`,
        isNull(taskingAttendances.withdrawnAt),
      ),
    );

/** The meetings that somebody reads and that are still to be, or sit now; the next first. */
export const listNextMeetings = (db: Db, reader: TaskingReader, today: Day, limit: number) =>
  meetingsOf(db, reader)
    .where(
      and(
        readsMeeting(db, reader, today),
        or(
          inArray(taskingMeetings.state, ["called", "open"]),
          and(eq(taskingMeetings.state, "cancelled"), sql`${taskingMeetings.startsAt} >= ${today}::date`),
        ),
      ),
    )
    .orderBy(asc(taskingMeetings.startsAt), asc(taskingMeetings.id))
    .limit(limit);

export type OwnMeeting = Awaited<ReturnType<typeof listNextMeetings>>[number];

/** Those whose minutes are finished; the last first. */
export const listMinutedMeetings = (db: Db, reader: TaskingReader, today: Day, limit: number) =>
  meetingsOf(db, reader)
    .where(and(readsMeeting(db, reader, today), eq(taskingMeetings.state, "finished")))
    .orderBy(desc(taskingMeetings.startsAt), asc(taskingMeetings.id))
    .limit(limit);

// More than one meeting asks of one agency.
const mostActions = 200;

/** What was asked of some agencies in a meeting, or carried to it; by number. Call it for somebody who reads the meeting. */
export const listAgencyActionsOf = (db: Db, meetingId: string, agencyIds: readonly string[]) =>
  db
    .select({
      id: taskingActions.id,
      number: taskingActions.number,
      task: taskingActions.task,
      agency: agencies.name,
      position: taskingActions.position,
      dueOn: taskingActions.dueOn,
      state: taskingActions.state,
    })
    .from(taskingActions)
    .innerJoin(agencies, eq(agencies.id, taskingActions.agencyId))
    .where(
      and(
        agencyIds.length === 0 ? sql`false` : inArray(taskingActions.agencyId, [...agencyIds]),
        or(
          inArray(
            taskingActions.id,
            db
              .select({ id: taskingEntries.actionId })
              .from(taskingEntries)
              .where(and(eq(taskingEntries.meetingId, meetingId), eq(taskingEntries.kind, "action"))),
          ),
          inArray(
            taskingActions.id,
            db
              .select({ id: taskingCarried.actionId })
              .from(taskingCarried)
              .where(eq(taskingCarried.meetingId, meetingId)),
          ),
        ),
      ),
    )
    .orderBy(asc(taskingActions.number))
    .limit(mostActions);
