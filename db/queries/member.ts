import {
  and,
  asc,
  countDistinct,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  ne,
  sql,
  type SQL,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { memberKinds, type AreaKind, type MemberKind } from "#app/domain/account/account.ts";
import type { PlacedNeighbourhood } from "#app/domain/member/area.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { lostProofs, memberAgreements } from "#db/schema/member.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { sessions } from "#db/schema/session.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn } from "./appointed-on.ts";
import type { Account } from "./account.ts";
import { editionIdAt } from "./edition-at.ts";

/** More neighbourhoods than any force has; only a bound. */
const mostNeighbourhoods = 5_000;

/** Every neighbourhood with its team and partnership, as the structure in force has them. */
export const placedNeighbourhoods = (db: Db): Promise<PlacedNeighbourhood[]> =>
  db
    .select({
      neighbourhoodId: placements.neighbourhoodId,
      name: sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`,
      teamId: placements.teamId,
      teamName: placements.teamName,
      partnershipId: placements.partnershipId,
      partnershipName: placements.partnershipName,
    })
    .from(placements)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, placements.neighbourhoodId))
    .leftJoin(
      boundaries,
      and(
        eq(boundaries.editionId, editionIdAt(db, "boundaries")),
        eq(boundaries.neighbourhoodId, placements.neighbourhoodId),
      ),
    )
    .where(eq(placements.editionId, editionIdAt(db, "structure")))
    .orderBy(asc(placements.neighbourhoodId))
    .limit(mostNeighbourhoods);

/** Whose members and invitations are looked at: everybody's, or those of some areas. */
export type AreaFilter = "all" | readonly string[];

/** One role of a member, as staff see it in a list. */
export interface MemberRow {
  appointmentId: string;
  accountId: string;
  name: string | null;
  kind: MemberKind;
  agency: string | null;
  areaKind: AreaKind | null;
  areaId: string | null;
  startsOn: Day;
  endsOn: Day | null;
  /** When they said that they lost their passkey or password. */
  lostAt: Date | null;
}

const memberRows = (db: Db, today: Day, only: SQL | undefined) =>
  db
    .select({
      appointmentId: appointments.id,
      accountId: accounts.id,
      name: accounts.name,
      kind: sql<MemberKind>`${appointments.role}`,
      agency: agencies.name,
      areaKind: appointments.areaKind,
      areaId: appointments.areaId,
      startsOn: appointments.startsOn,
      endsOn: appointments.endsOn,
      lostAt: lostProofs.askedAt,
    })
    .from(appointments)
    .innerJoin(accounts, eq(accounts.id, appointments.accountId))
    .leftJoin(agencies, eq(agencies.id, accounts.agencyId))
    .leftJoin(lostProofs, eq(lostProofs.accountId, accounts.id))
    .where(
      and(
        eq(accounts.kind, "member"),
        ne(accounts.status, "closed"),
        inArray(appointments.role, memberKinds),
        isAppointedOn(today),
        only,
      ),
    );

/** The members of some areas who hold a role today: whoever waits for a way back first, then the newest. */
export const listMembers = (
  db: Db,
  areas: AreaFilter,
  today: Day,
  page: { limit: number; offset: number },
): Promise<MemberRow[]> =>
  memberRows(db, today, inAreas(areas))
    .orderBy(sql`${lostProofs.askedAt} asc nulls last`, desc(appointments.createdAt), asc(appointments.id))
    .limit(page.limit)
    .offset(page.offset);

const inAreas = (areas: AreaFilter) =>
  areas === "all" ? undefined : areas.length === 0 ? sql`false` : inArray(appointments.areaId, [...areas]);

// A person has a role or two; only a bound.
const mostRoles = 50;

/** The roles that one member holds today. */
export const rolesOfMember = (db: Db, accountId: string, today: Day): Promise<MemberRow[]> =>
  memberRows(db, today, eq(accounts.id, accountId))
    .orderBy(asc(appointments.createdAt), asc(appointments.id))
    .limit(mostRoles);

export interface NewAppointment {
  accountId: string;
  kind: MemberKind;
  areaKind: AreaKind | null;
  areaId: string | null;
  startsOn: Day;
  endsOn: Day | null;
  appointedBy: string;
}

/** Gives a member a role. */
export async function insertMemberRole(
  tx: Db,
  { kind, ...values }: NewAppointment,
  now: Date,
): Promise<void> {
  await tx.insert(appointments).values({ ...values, role: kind, createdAt: now });
}

/** Ends every role of an account that has not ended. */
export async function endRolesOf(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .update(appointments)
    .set({ endedAt: now })
    .where(and(eq(appointments.accountId, accountId), isNull(appointments.endedAt)));
}

/** The open member account of this id, held until the transaction ends; null where there is none. */
export async function lockMember(tx: Db, id: string): Promise<Account | null> {
  const [account] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), eq(accounts.kind, "member"), ne(accounts.status, "closed")))
    .limit(1)
    .for("update");
  return account ?? null;
}

export async function recordAgreement(tx: Db, accountId: string, version: number, now: Date): Promise<void> {
  await tx.insert(memberAgreements).values({ accountId, version, acceptedAt: now }).onConflictDoNothing();
}

/** Notes that a member lost their proof; the first moment stays. */
export async function recordLostProof(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx.insert(lostProofs).values({ accountId, askedAt: now }).onConflictDoNothing();
}

export async function forgetLostProof(tx: Db, accountId: string): Promise<void> {
  await tx.delete(lostProofs).where(eq(lostProofs.accountId, accountId));
}

const inviters = alias(accounts, "inviters");

/** Whoever gave a member a role they hold, and can still be written to. */
export const invitersOf = (
  db: Db,
  accountId: string,
  today: Day,
): Promise<{ id: string; email: string | null }[]> =>
  db
    .selectDistinct({ id: inviters.id, email: inviters.email })
    .from(appointments)
    .innerJoin(inviters, eq(inviters.id, appointments.appointedBy))
    .where(and(eq(appointments.accountId, accountId), eq(inviters.status, "active"), isAppointedOn(today)))
    .limit(mostRoles);

/** The administrators of today, for what nobody else answers any more. */
export const administrators = (db: Db, today: Day): Promise<{ id: string; email: string | null }[]> =>
  db
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(
      and(
        eq(accounts.status, "active"),
        exists(
          db
            .select({ one: sql`1` })
            .from(appointments)
            .where(
              and(
                eq(appointments.accountId, accounts.id),
                eq(appointments.role, "administrator"),
                isAppointedOn(today),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
    .limit(mostRoles);

/** Ends the live sessions of members whose last role has run out; how many there were. */
export async function endSessionsOfLapsed(tx: Db, today: Day, now: Date): Promise<number> {
  const lapsed = tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.kind, "member"),
        sql`not exists (${tx
          .select({ one: sql`1` })
          .from(appointments)
          .where(and(eq(appointments.accountId, accounts.id), isAppointedOn(today)))})`,
      ),
    );
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(inArray(sessions.accountId, lapsed), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .returning({ id: sessions.id });
  return ended.length;
}

// More agencies than sit on any force's partnerships; only a bound.
const mostAgencies = 500;

/** The agencies that partners speak for: all but the police. */
export const partnerAgencies = (db: Db): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(ne(agencies.kind, "police"))
    .orderBy(asc(agencies.name), asc(agencies.id))
    .limit(mostAgencies);

/** What an agency is called, or null where there is none of this id. */
export async function agencyName(db: Db, id: string): Promise<string | null> {
  const [agency] = await db
    .select({ name: agencies.name })
    .from(agencies)
    .where(eq(agencies.id, id))
    .limit(1);
  return agency?.name ?? null;
}

/** How many members of some areas asked for a way back. */
export async function countLost(db: Db, areas: AreaFilter): Promise<number> {
  const [found] = await db
    .select({ count: countDistinct(lostProofs.accountId) })
    .from(lostProofs)
    .innerJoin(
      appointments,
      and(eq(appointments.accountId, lostProofs.accountId), isNull(appointments.endedAt)),
    )
    .where(inAreas(areas));
  return found?.count ?? 0;
}
