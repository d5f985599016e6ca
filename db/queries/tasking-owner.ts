import { and, asc, eq, exists, inArray, isNull, sql } from "drizzle-orm";
import type { AgencyKind } from "#app/domain/agency/agency.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { taskingMembers } from "#db/schema/tasking.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";

interface Agency {
  id: string;
  kind: AgencyKind;
}

/**
 * Whether an account works for an agency on a day: an officer for the police, for any other a member who speaks for it.
 * Call it as the platform.
 */
export async function worksForAgency(
  db: Db,
  accountId: string,
  { id, kind }: Agency,
  day: Day,
): Promise<boolean> {
  const found = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.id, accountId),
        eq(accounts.status, "active"),
        kind === "police"
          ? eq(accounts.kind, "staff")
          : and(eq(accounts.agencyId, id), speaksForAgency(db, day)),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** That an account, of a query over `accounts`, was given a role by which it speaks for its agency on a day. */
export const speaksForAgency = (db: Db, day: Day) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(appointments)
      .where(
        and(
          eq(appointments.accountId, accounts.id),
          inArray(appointments.role, ["partner", "partnership-chair"]),
          isAppointedOn(day),
        ),
      ),
  );

// More than sit in any group, or speak for any agency; only a bound.
const mostSpeakers = 50;

/** Who speaks for a partner agency on a day. Call it as the platform. */
export async function speakersOf(db: Db, agencyId: string, day: Day): Promise<string[]> {
  const rows = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, agencyId),
        eq(accounts.kind, "member"),
        eq(accounts.status, "active"),
        speaksForAgency(db, day),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(mostSpeakers);
  return rows.map(({ id }) => id);
}

/** The officers who sit in a group. Call it as the platform. */
export async function officersSeatedIn(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: accounts.id })
    .from(taskingMembers)
    .innerJoin(accounts, eq(accounts.id, taskingMembers.accountId))
    .where(
      and(
        eq(taskingMembers.groupId, groupId),
        isNull(taskingMembers.leftAt),
        eq(accounts.kind, "staff"),
        eq(accounts.status, "active"),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(mostSpeakers);
  return rows.map(({ id }) => id);
}
