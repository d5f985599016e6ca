import { and, asc, eq, isNull, max, sql } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingMembers } from "#db/schema/tasking.ts";
import { taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

// More than sit in any group; only a bound.
const mostMembers = 200;

/** Who has a seat in a group now, by agency and name. Call it as the platform, for somebody who reads the group. */
export const listTaskingMembers = (db: Db, groupId: string) =>
  db
    .select({
      id: taskingMembers.id,
      accountId: taskingMembers.accountId,
      name: accounts.name,
      email: accounts.email,
      status: accounts.status,
      agencyId: taskingMembers.agencyId,
      agency: agencies.name,
      agencyKind: agencies.kind,
      position: taskingMembers.position,
      joinedAt: taskingMembers.joinedAt,
    })
    .from(taskingMembers)
    .innerJoin(accounts, eq(accounts.id, taskingMembers.accountId))
    .innerJoin(agencies, eq(agencies.id, taskingMembers.agencyId))
    .where(and(eq(taskingMembers.groupId, groupId), isNull(taskingMembers.leftAt)))
    .orderBy(asc(agencies.name), asc(accounts.name), asc(taskingMembers.id))
    .limit(mostMembers);

/** Gives an account a seat in a group; false where it has one. */
export async function insertTaskingMember(
  tx: Db,
  values: typeof taskingMembers.$inferInsert,
): Promise<boolean> {
  const added = await tx
    .insert(taskingMembers)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: taskingMembers.id });
  return added.length > 0;
}

/** Ends a seat; whoever has it again later has another. */
export async function endTaskingMember(tx: Db, id: string, now: Date): Promise<void> {
  await tx
    .update(taskingMembers)
    .set({ leftAt: now })
    .where(and(eq(taskingMembers.id, id), isNull(taskingMembers.leftAt)));
}

/** The number that the next meeting of a group takes. Lock the group first, so that no two take the same. */
export async function nextMeetingNumber(tx: Db, groupId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(taskingMeetings.number) })
    .from(taskingMeetings)
    .where(eq(taskingMeetings.groupId, groupId));
  return (last?.number ?? 0) + 1;
}

/** Adds a meeting and gives it back whole; null where its reference is taken. */
export async function insertTaskingMeeting(
  tx: Db,
  values: typeof taskingMeetings.$inferInsert,
): Promise<typeof taskingMeetings.$inferSelect | null> {
  const [added] = await tx
    .insert(taskingMeetings)
    .values(values)
    .onConflictDoNothing({ target: taskingMeetings.reference })
    .returning();
  return added ?? null;
}

/** The meetings of a group that are still to come or are sitting: whoever joins is asked to them too. */
export const meetingsToCome = (db: Db, groupId: string) =>
  db
    .select()
    .from(taskingMeetings)
    .where(and(eq(taskingMeetings.groupId, groupId), sql`${taskingMeetings.state} in ('called', 'open')`))
    .orderBy(asc(taskingMeetings.startsAt))
    .limit(mostMembers);
