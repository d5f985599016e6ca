import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AreaKind, MemberKind } from "#app/domain/account/account.ts";
import type { InvitationStatus } from "#app/domain/member/invitation.ts";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { invitations } from "#db/schema/member.ts";
import type { Db } from "#db/types.ts";
import type { AreaFilter } from "./member.ts";

export type Invitation = typeof invitations.$inferSelect;

export async function insertInvitation(tx: Db, values: typeof invitations.$inferInsert): Promise<string> {
  const [invitation] = await tx.insert(invitations).values(values).returning({ id: invitations.id });
  if (invitation === undefined) throw new Error("The database returned no invitation.");
  return invitation.id;
}

const isOpen = (now: Date) =>
  and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, now));

/** An invitation as the person invited reads it. */
export interface OpenInvitation {
  id: string;
  kind: MemberKind;
  email: string | null;
  emailKey: string;
  agency: string | null;
  areaKind: AreaKind | null;
  areaId: string | null;
  endsOn: string | null;
  /** Not null where it is the way back to an account. */
  accountId: string | null;
  /** The name of that account. */
  accountName: string | null;
  invitedBy: string | null;
  expiresAt: Date;
}

const inviters = alias(accounts, "inviters");

/** The invitation behind a link that can still be accepted, or null. Looking at it changes nothing. */
export async function findOpenInvitation(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const [found] = await db
    .select({
      id: invitations.id,
      kind: invitations.kind,
      email: invitations.email,
      emailKey: invitations.emailKey,
      agency: agencies.name,
      areaKind: invitations.areaKind,
      areaId: invitations.areaId,
      endsOn: invitations.endsOn,
      accountId: invitations.accountId,
      accountName: accounts.name,
      invitedBy: inviters.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(agencies, eq(agencies.id, invitations.agencyId))
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .leftJoin(inviters, eq(inviters.id, invitations.invitedBy))
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen(now)))
    .limit(1);
  return found ?? null;
}

/** As it stands, held until the transaction ends; null unless it can still be accepted. */
export async function lockOpenInvitation(tx: Db, id: string, now: Date): Promise<Invitation | null> {
  const [found] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), isOpen(now)))
    .limit(1)
    .for("update");
  return found ?? null;
}

/** Any invitation, held until the transaction ends. */
export async function lockInvitation(tx: Db, id: string): Promise<Invitation | null> {
  const [found] = await tx.select().from(invitations).where(eq(invitations.id, id)).limit(1).for("update");
  return found ?? null;
}

/** Uses an invitation up; its address has done its work. */
export async function markAccepted(tx: Db, id: string, accountId: string, now: Date): Promise<void> {
  await tx.update(invitations).set({ acceptedAt: now, email: null, accountId }).where(eq(invitations.id, id));
}

export async function markWithdrawn(tx: Db, id: string, now: Date): Promise<void> {
  await tx.update(invitations).set({ withdrawnAt: now, email: null }).where(eq(invitations.id, id));
}

/** Withdraws whatever still waits for an account, so that only the newest link opens anything. */
export async function withdrawWaiting(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ withdrawnAt: now, email: null })
    .where(
      and(
        eq(invitations.accountId, accountId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    );
}

/** Gives an invitation another link and time. */
export async function renewInvitation(
  tx: Db,
  id: string,
  { tokenHash, expiresAt }: { tokenHash: string; expiresAt: Date },
): Promise<void> {
  await tx.update(invitations).set({ tokenHash, expiresAt }).where(eq(invitations.id, id));
}

/** An invitation as staff see it. */
export interface InvitationRow {
  id: string;
  kind: MemberKind;
  email: string | null;
  agency: string | null;
  areaKind: AreaKind | null;
  areaId: string | null;
  /** The member that came of it, or, while it waits, to whom it is the way back. */
  accountId: string | null;
  memberName: string | null;
  invitedBy: string;
  inviterName: string | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

const hasStatus = (status: InvitationStatus, now: Date): SQL | undefined => {
  switch (status) {
    case "waiting":
      return isOpen(now);
    case "accepted":
      return isNotNull(invitations.acceptedAt);
    case "withdrawn":
      return isNotNull(invitations.withdrawnAt);
    case "expired":
      return and(
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        lte(invitations.expiresAt, now),
      );
  }
};

export interface InvitationFilter {
  /** Whose own are always shown, and first. */
  accountId: string | null;
  areas: AreaFilter;
  status: InvitationStatus;
}

/** Invitations of mine and of my areas, mine first, then the newest. */
export const listInvitations = (
  db: Db,
  { accountId, areas, status }: InvitationFilter,
  now: Date,
  page: { limit: number; offset: number },
): Promise<InvitationRow[]> => {
  const isMine = accountId === null ? sql`false` : eq(invitations.invitedBy, accountId);
  const inAreas =
    areas === "all" ? sql`true` : areas.length === 0 ? sql`false` : inArray(invitations.areaId, [...areas]);
  return db
    .select({
      id: invitations.id,
      kind: invitations.kind,
      email: invitations.email,
      agency: agencies.name,
      areaKind: invitations.areaKind,
      areaId: invitations.areaId,
      accountId: invitations.accountId,
      memberName: accounts.name,
      invitedBy: invitations.invitedBy,
      inviterName: inviters.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      withdrawnAt: invitations.withdrawnAt,
    })
    .from(invitations)
    .leftJoin(agencies, eq(agencies.id, invitations.agencyId))
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .leftJoin(inviters, eq(inviters.id, invitations.invitedBy))
    .where(and(or(isMine, inAreas), hasStatus(status, now)))
    .orderBy(desc(isMine), desc(invitations.createdAt), desc(invitations.id))
    .limit(page.limit)
    .offset(page.offset);
};

/** Whether an invitation to this address can still be accepted. */
export async function hasWaitingInvitation(db: Db, emailKey: string, now: Date): Promise<boolean> {
  const waiting = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.emailKey, emailKey), isOpen(now)))
    .limit(1);
  return waiting.length > 0;
}
