import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AttendanceState } from "#app/domain/tasking/meeting.ts";
import type { Day } from "#app/domain/team/day.ts";
import { agreementParties, agreements } from "#db/schema/agreement.ts";
import { taskingAttendances } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { isLiveOn } from "./agreement-live.ts";

// More than fit in a room; only a bound.
const mostAsked = 300;

/** Locks the seats of a meeting, so that nobody answers while the door is written. As the platform. */
export async function lockAttendances(tx: Db, meetingId: string): Promise<void> {
  await tx
    .select({ id: taskingAttendances.id })
    .from(taskingAttendances)
    .where(eq(taskingAttendances.meetingId, meetingId))
    .orderBy(asc(taskingAttendances.id))
    .limit(mostAsked)
    .for("no key update");
}

/** Whether a guest of this name is on the list of a meeting for an agency already. */
export async function hasGuest(
  db: Db,
  meetingId: string,
  { name, agencyId }: { name: string; agencyId: string },
): Promise<boolean> {
  const [found] = await db
    .select({ id: taskingAttendances.id })
    .from(taskingAttendances)
    .where(
      and(
        eq(taskingAttendances.meetingId, meetingId),
        eq(taskingAttendances.agencyId, agencyId),
        sql`lower(${taskingAttendances.name}) = lower(${name})`,
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** What the door found of one person. */
export interface DoorRow {
  id: string;
  state: AttendanceState;
  declaredAt: Date | null;
  agreementId: string | null;
}

/** Writes what the door found of several people of a meeting, in one statement. Lock the seats first. */
export async function updateDoor(tx: Db, meetingId: string, rows: readonly DoorRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ id, state, declaredAt, agreementId }) =>
      sql`(${id}::uuid, ${state}::attendance_state, ${declaredAt?.toISOString() ?? null}::timestamptz, ${agreementId}::uuid)`,
  );
  await tx.execute(sql`
    update tasking_attendances t
    set state = found.state, declared_at = found.declared_at, agreement_id = found.agreement_id, version = t.version + 1
    from (values ${sql.join(values, sql`, `)}) as found(id, state, declared_at, agreement_id)
    where t.id = found.id and t.meeting_id = ${meetingId}::uuid`);
}

/** The agreement that lets each agency share in a partnership's work on a day: the one that holds longest. As the platform. */
export async function liveAgreementsOf(
  db: Db,
  agencyIds: readonly string[],
  partnershipId: string | null,
  day: Day,
): Promise<Map<string, { id: string; reference: string; reviewBy: Day | null }>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await db
    .select({
      agencyId: agreementParties.agencyId,
      id: agreements.id,
      reference: agreements.reference,
      reviewBy: agreements.reviewBy,
    })
    .from(agreementParties)
    .innerJoin(agreements, eq(agreements.id, agreementParties.agreementId))
    .where(
      and(
        inArray(agreementParties.agencyId, [...agencyIds]),
        partnershipId === null
          ? isNull(agreements.partnershipId)
          : sql`(${agreements.partnershipId} is null or ${agreements.partnershipId} = ${partnershipId})`,
        isLiveOn(day),
      ),
    )
    .orderBy(asc(agreements.reviewBy), asc(agreements.id))
    .limit(mostAsked * 10);
  // The last of an agency is the one that holds longest.
  return new Map(rows.map(({ agencyId, ...agreement }) => [agencyId, agreement]));
}
