import { and, eq, exists, inArray, isNull, or, sql } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { agencyLeads } from "#db/schema/agency-access.ts";
import { agreementParties, agreements } from "#db/schema/agreement.ts";
import { taskingGroups, taskingMembers } from "#db/schema/tasking.ts";
import type { Db } from "#db/types.ts";
import { hasLiveAgreement, isLiveOn } from "./agreement-live.ts";
import { speaksForAgency } from "./tasking-owner.ts";

// A batch of actions has as many groups at most, each with a few dozen seats; only bounds.
const mostSeats = 5_000;
const mostAccounts = 5_000;
const mostBoards = 20;

/** Who leads each of these agencies, by the agency. */
export async function leadsOf(db: Db, agencyIds: readonly string[]): Promise<Map<string, string>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await db
    .select({ agencyId: agencyLeads.agencyId, accountId: agencyLeads.accountId })
    .from(agencyLeads)
    .where(inArray(agencyLeads.agencyId, [...agencyIds]))
    .limit(agencyIds.length);
  return new Map(rows.map(({ agencyId, accountId }) => [agencyId, accountId]));
}

/** Who sits in these groups now, and for which agency. */
export const seatsOf = (db: Db, groupIds: readonly string[]) =>
  db
    .select({
      groupId: taskingMembers.groupId,
      agencyId: taskingMembers.agencyId,
      accountId: taskingMembers.accountId,
    })
    .from(taskingMembers)
    .where(and(inArray(taskingMembers.groupId, [...groupIds]), isNull(taskingMembers.leftAt)))
    .limit(mostSeats);

/**
 * The chairs and deputies of the external board; of the strategic groups where there is no board. One of an agency that
 * does not share in the group's work is none.
 */
export async function boardChairs(db: Db, today: Day): Promise<string[]> {
  const chairs = await db
    .select({ level: taskingGroups.level, id: accounts.id })
    .from(taskingGroups)
    .innerJoin(accounts, or(eq(accounts.id, taskingGroups.chairId), eq(accounts.id, taskingGroups.deputyId)))
    .where(
      and(
        inArray(taskingGroups.level, ["board", "strategic"]),
        isNull(taskingGroups.endedAt),
        or(
          eq(accounts.kind, "staff"),
          hasLiveAgreement(accounts.agencyId, taskingGroups.partnershipId, today),
        ),
      ),
    )
    .orderBy(taskingGroups.level, taskingGroups.id, accounts.id)
    .limit(mostBoards);
  const of = (level: "board" | "strategic") =>
    chairs.filter((chair) => chair.level === level).map(({ id }) => id);
  const board = of("board");
  return board.length > 0 ? board : of("strategic");
}

/**
 * Whoever of these accounts, or of those who speak for these agencies, can be told something: their account is open, and
 * a member's agency is party to a live agreement.
 */
export const accountsToTell = (
  db: Db,
  { accountIds, agencyIds }: { accountIds: readonly string[]; agencyIds: readonly string[] },
  today: Day,
) =>
  db
    .select({ id: accounts.id, kind: accounts.kind, agencyId: accounts.agencyId })
    .from(accounts)
    .where(
      and(
        eq(accounts.status, "active"),
        or(
          and(eq(accounts.kind, "staff"), inArray(accounts.id, [...accountIds])),
          and(
            eq(accounts.kind, "member"),
            or(inArray(accounts.id, [...accountIds]), inArray(accounts.agencyId, [...agencyIds])),
            speaksForAgency(db, today),
            sharesOn(db, today),
          ),
        ),
      ),
    )
    .orderBy(accounts.id)
    .limit(mostAccounts);

/** That the agency of an account is party to a live agreement on a day. */
const sharesOn = (db: Db, today: Day) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(agreementParties)
      .innerJoin(agreements, eq(agreements.id, agreementParties.agreementId))
      .where(and(eq(agreementParties.agencyId, accounts.agencyId), isLiveOn(today))),
  );
