import { and, asc, eq, exists, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { AgencyKind } from "#app/domain/agency/agency.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import type { Db } from "#db/types.ts";

interface Agency {
  id: string;
  kind: AgencyKind;
}

/** Whether an account works for an agency: an officer for the police, a member for any other. Call it as the platform. */
export async function worksForAgency(db: Db, accountId: string, { id, kind }: Agency): Promise<boolean> {
  const found = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.id, accountId),
        eq(accounts.status, "active"),
        kind === "police" ? eq(accounts.kind, "staff") : eq(accounts.agencyId, id),
      ),
    )
    .limit(1);
  return found.length > 0;
}

// More than speak for any agency; only a bound.
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
        exists(
          db
            .select({ one: sql`1` })
            .from(appointments)
            .where(
              and(
                eq(appointments.accountId, accounts.id),
                inArray(appointments.role, ["partner", "partnership-chair"]),
                lte(appointments.startsOn, day),
                or(isNull(appointments.endsOn), gte(appointments.endsOn, day)),
                isNull(appointments.endedAt),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(mostSpeakers);
  return rows.map(({ id }) => id);
}
