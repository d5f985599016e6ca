import { and, asc, eq, inArray, isNull, or, sql, type AnyColumn, type SQL } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingAttendances, taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

export type Attendance = typeof taskingAttendances.$inferSelect;

// More than fit in a room; only a bound.
const mostAsked = 300;

// Leaving takes the meeting from somebody, and never from its record that they were there, or sent apologies.
const isOnRecord = inArray(taskingAttendances.state, ["present", "apologies", "absent"]);

/**
 * Everybody who was asked to a meeting, by agency and name, guests with them; of those who lost it since, whoever is on
 * its record. Call it as the platform, for somebody who reads the meeting: nobody but staff sees other people's accounts.
 */
export const listAttendances = (db: Db, meetingId: string) =>
  db
    .select({
      id: taskingAttendances.id,
      accountId: taskingAttendances.accountId,
      name: sql<string | null>`coalesce(${taskingAttendances.name}, ${accounts.name})`,
      email: accounts.email,
      isGuest: sql<boolean>`${taskingAttendances.name} is not null`,
      agencyId: taskingAttendances.agencyId,
      agency: agencies.name,
      agencyKind: agencies.kind,
      position: taskingAttendances.position,
      state: taskingAttendances.state,
      declaredAt: taskingAttendances.declaredAt,
      agreementId: taskingAttendances.agreementId,
      /** They may not read it any more, and are told nothing more of it. */
      isWithdrawn: sql<boolean>`${taskingAttendances.withdrawnAt} is not null`,
    })
    .from(taskingAttendances)
    .innerJoin(agencies, eq(agencies.id, taskingAttendances.agencyId))
    .leftJoin(accounts, eq(accounts.id, taskingAttendances.accountId))
    .where(
      and(
        eq(taskingAttendances.meetingId, meetingId),
        or(isNull(taskingAttendances.withdrawnAt), isOnRecord),
      ),
    )
    .orderBy(asc(agencies.name), sql`4`, asc(taskingAttendances.id))
    .limit(mostAsked);

export type Attendee = Awaited<ReturnType<typeof listAttendances>>[number];

/** The seat of an account at a meeting, where it was asked and has not lost it since. */
export async function findOwnAttendance(
  db: Db,
  meetingId: string,
  accountId: string,
): Promise<Attendance | null> {
  const [found] = await db
    .select()
    .from(taskingAttendances)
    .where(
      and(
        eq(taskingAttendances.meetingId, meetingId),
        eq(taskingAttendances.accountId, accountId),
        isNull(taskingAttendances.withdrawnAt),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** Writes what somebody says of their own seat; false where the door, or they elsewhere, wrote it since it was read. */
export async function updateAttendance(
  tx: Db,
  { id, version }: Pick<Attendance, "id" | "version">,
  changes: Partial<Pick<Attendance, "state" | "declaredAt">>,
): Promise<boolean> {
  const updated = await tx
    .update(taskingAttendances)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(taskingAttendances.id, id), eq(taskingAttendances.version, version)))
    .returning({ id: taskingAttendances.id });
  return updated.length > 0;
}

/** Takes every meeting of a group from an account; which ones. */
export async function withdrawAttendances(
  tx: Db,
  { groupId, accountId, now }: { groupId: string; accountId: string; now: Date },
): Promise<string[]> {
  const withdrawn = await tx
    .update(taskingAttendances)
    .set({ withdrawnAt: now, version: sql`${taskingAttendances.version} + 1` })
    .where(
      and(
        eq(taskingAttendances.accountId, accountId),
        isNull(taskingAttendances.withdrawnAt),
        inArray(
          taskingAttendances.meetingId,
          tx
            .select({ id: taskingMeetings.id })
            .from(taskingMeetings)
            .where(eq(taskingMeetings.groupId, groupId)),
        ),
      ),
    )
    .returning({ meetingId: taskingAttendances.meetingId });
  return withdrawn.map(({ meetingId }) => meetingId);
}

/** A column of a seat as it is where the door has written it, and something else where it has not. */
const unlessAtDoor = (column: AnyColumn, otherwise: SQL): SQL =>
  sql`case when ${taskingAttendances.state} in ('present', 'absent') then ${column} else ${otherwise} end`;

/** Asks people to meetings; whoever was asked before and lost one has it again, with what the door wrote of them. */
export async function insertAttendances(
  tx: Db,
  rows: readonly (typeof taskingAttendances.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(taskingAttendances)
    .values([...rows])
    .onConflictDoUpdate({
      target: [taskingAttendances.meetingId, taskingAttendances.accountId],
      targetWhere: sql`${taskingAttendances.accountId} is not null`,
      set: {
        withdrawnAt: null,
        agencyId: unlessAtDoor(taskingAttendances.agencyId, sql`excluded.agency_id`),
        position: unlessAtDoor(taskingAttendances.position, sql`excluded.position`),
        invitedAt: sql`excluded.invited_at`,
        state: unlessAtDoor(taskingAttendances.state, sql`'invited'`),
        declaredAt: unlessAtDoor(taskingAttendances.declaredAt, sql`null`),
        agreementId: unlessAtDoor(taskingAttendances.agreementId, sql`null`),
        version: sql`${taskingAttendances.version} + 1`,
      },
    });
}
