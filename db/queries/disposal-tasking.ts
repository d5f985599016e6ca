import { and, inArray, lt, not, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { agreements } from "#db/schema/agreement.ts";
import { impactAssessments } from "#db/schema/impact.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import {
  taskingAttendances,
  taskingCarried,
  taskingEntries,
  taskingMeetings,
} from "#db/schema/tasking-meeting.ts";
import { disposal, instant, isPast } from "./disposal.ts";

/** When an agreement no longer held anybody. */
const agreementEnd = sql`least(${agreements.terminatedAt}, (${agreements.reviewBy} + 1) at time zone 'Europe/London')`;

/** That a row of the minutes of a meeting that is kept speaks of an action. */
const isInKept = (table: PgTable, meetingId: AnyPgColumn, actionId: AnyPgColumn, since: Date) => sql`exists (
  select from ${table} join ${taskingMeetings} on ${taskingMeetings.id} = ${meetingId}
  where ${actionId} = ${taskingActions.id} and ${taskingMeetings.endsAt} >= ${instant(since)})`;

/**
 * Joint work: six years. Meetings go first; an action stays as long as the minutes of any meeting speak of it, and an
 * agreement as long as it was found at a door.
 */
export const taskingDisposals = {
  "tasking-meetings": disposal(
    taskingMeetings,
    sql`${taskingMeetings.id}`,
    ({ since }) => lt(taskingMeetings.endsAt, since),
    (tx, keys) => tx.delete(taskingMeetings).where(inArray(taskingMeetings.id, keys)),
  ),
  "tasking-actions": disposal(
    taskingActions,
    sql`${taskingActions.id}`,
    ({ since }) =>
      and(
        lt(taskingActions.closedAt, since),
        not(isInKept(taskingCarried, taskingCarried.meetingId, taskingCarried.actionId, since)),
        not(isInKept(taskingEntries, taskingEntries.meetingId, taskingEntries.actionId, since)),
      ),
    (tx, keys) => tx.delete(taskingActions).where(inArray(taskingActions.id, keys)),
  ),
  agreements: disposal(
    agreements,
    sql`${agreements.id}`,
    (moment) =>
      and(
        isPast(agreementEnd, moment),
        sql`not exists (select from ${taskingAttendances} where ${taskingAttendances.agreementId} = ${agreements.id})`,
      ),
    (tx, keys) => tx.delete(agreements).where(inArray(agreements.id, keys)),
  ),
  "impact-assessments": disposal(
    impactAssessments,
    sql`${impactAssessments.id}`,
    ({ since }) =>
      and(not(impactAssessments.isCritical), sql`${impactAssessments.closedAt} < ${instant(since)}`),
    (tx, keys) => tx.delete(impactAssessments).where(inArray(impactAssessments.id, keys)),
  ),
};
