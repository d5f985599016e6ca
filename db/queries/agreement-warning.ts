import { and, asc, eq, gt, gte, inArray, isNull, lte, ne, notInArray } from "drizzle-orm";
import type { AccountKind } from "#app/domain/account/account.ts";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { agencyLeads } from "#db/schema/agency-access.ts";
import { agreementParties, agreements, agreementWarnings } from "#db/schema/agreement.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";
import { speaksForAgency } from "./tasking-owner.ts";

/** The references of signed agreements that end between two days, after one that was seen before. */
export async function agreementsEnding(
  db: Db,
  { from, to }: { from: Day; to: Day },
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ reference: agreements.reference })
    .from(agreements)
    .where(
      and(
        eq(agreements.state, "signed"),
        gte(agreements.reviewBy, from),
        lte(agreements.reviewBy, to),
        after === null ? undefined : gt(agreements.reference, after),
      ),
    )
    .orderBy(asc(agreements.reference))
    .limit(limit);
  return rows.map(({ reference }) => reference);
}

// A handful for each end; only a bound.
const mostWarnings = 20;

/** Which warnings were sent of this end of an agreement, in days before it. */
export async function warningsSent(db: Db, agreementId: string, reviewBy: Day): Promise<number[]> {
  const rows = await db
    .select({ daysBefore: agreementWarnings.daysBefore })
    .from(agreementWarnings)
    .where(and(eq(agreementWarnings.agreementId, agreementId), eq(agreementWarnings.reviewBy, reviewBy)))
    .limit(mostWarnings);
  return rows.map(({ daysBefore }) => daysBefore);
}

export async function insertWarning(tx: Db, values: typeof agreementWarnings.$inferInsert): Promise<void> {
  await tx.insert(agreementWarnings).values(values);
}

/** Somebody to be told: staff by a notice, anybody else by mail. */
export interface Told {
  id: string;
  kind: AccountKind;
  email: string | null;
}

const told = { id: accounts.id, kind: accounts.kind, email: accounts.email };
// More people than keep or lead anything in one force; only a bound.
const mostTold = 500;

/** An agency's lead who is still of it; of a query over `agencyLeads`. */
const isOpenLead = and(
  eq(accounts.id, agencyLeads.accountId),
  eq(accounts.agencyId, agencyLeads.agencyId),
  eq(accounts.status, "active"),
);

/** The open accounts that hold one of some roles on a day, wherever it is for. */
export const holdersOfAny = (db: Db, roles: readonly Role[], day: Day): Promise<Told[]> =>
  db
    .selectDistinct(told)
    .from(accounts)
    .innerJoin(appointments, eq(appointments.accountId, accounts.id))
    .where(and(eq(accounts.status, "active"), inArray(appointments.role, [...roles]), isAppointedOn(day)))
    .orderBy(asc(accounts.id))
    .limit(mostTold);

/** Those who speak on a day for the parties to an agreement that nobody leads on. */
export const speakersOfUnled = (db: Db, agreementId: string, day: Day): Promise<Told[]> =>
  db
    .selectDistinct(told)
    .from(agreementParties)
    .innerJoin(
      accounts,
      and(
        eq(accounts.agencyId, agreementParties.agencyId),
        eq(accounts.kind, "member"),
        eq(accounts.status, "active"),
        speaksForAgency(db, day),
      ),
    )
    .where(
      and(
        eq(agreementParties.agreementId, agreementId),
        isNull(agreementParties.leftAt),
        notInArray(
          agreementParties.agencyId,
          db.select({ id: agencyLeads.agencyId }).from(agencyLeads).innerJoin(accounts, isOpenLead),
        ),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(mostTold);

/** The leads of the agencies that are party to an agreement, and still of those agencies. */
export const leadsOfParties = (db: Db, agreementId: string): Promise<Told[]> =>
  db
    .selectDistinct(told)
    .from(agreementParties)
    .innerJoin(agencyLeads, eq(agencyLeads.agencyId, agreementParties.agencyId))
    .innerJoin(accounts, isOpenLead)
    .where(and(eq(agreementParties.agreementId, agreementId), isNull(agreementParties.leftAt)))
    .orderBy(asc(accounts.id))
    .limit(mostTold);

/** The open accounts among some. */
export const openAccounts = async (db: Db, ids: readonly string[]): Promise<Told[]> =>
  ids.length === 0
    ? []
    : db
        .select(told)
        .from(accounts)
        .where(
          and(inArray(accounts.id, [...ids]), eq(accounts.status, "active"), ne(accounts.kind, "resident")),
        )
        .orderBy(asc(accounts.id))
        .limit(mostTold);
