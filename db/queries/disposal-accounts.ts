import { and, eq, inArray, isNotNull, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { accounts, appointments, identities, residentConnections, residents } from "#db/schema/account.ts";
import { calendarFeeds } from "#db/schema/calendar.ts";
import { editions } from "#db/schema/edition.ts";
import { authenticators, invitations, passkeys, passwords } from "#db/schema/member.ts";
import { sessions } from "#db/schema/session.ts";
import { people, postHoldings } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import { disposal, instant, isPast, type Moment } from "./disposal.ts";

const invitationEnd = sql`least(${invitations.acceptedAt}, ${invitations.withdrawnAt}, ${invitations.expiresAt})`;
const lastSeen = sql`coalesce(${accounts.lastSeenAt}, ${accounts.createdAt})`;

// What names the person behind an account.
const isIdentified = or(
  isNotNull(accounts.name),
  isNotNull(accounts.email),
  isNotNull(accounts.emailKey),
  isNotNull(accounts.personId),
  ...[identities, residents, residentConnections, passkeys, passwords, authenticators, calendarFeeds].map(
    (table) => sql`exists (select from ${table} where ${table.accountId} = ${accounts.id})`,
  ),
);

/**
 * Takes from closed accounts what says who they were. The row stays, because the audit record names its id; its own
 * columns and the tables emptied here were the only link from that id to a person.
 */
async function eraseIdentity(tx: Db, accountIds: string[]): Promise<void> {
  for (const table of [
    identities,
    residentConnections,
    residents,
    passkeys,
    passwords,
    authenticators,
    calendarFeeds,
  ])
    await tx.delete(table).where(inArray(table.accountId, accountIds));
  await tx
    .update(accounts)
    .set({ name: null, email: null, emailKey: null, personId: null })
    .where(inArray(accounts.id, accountIds));
}

async function closeAndErase(tx: Db, accountIds: string[], { now }: Moment): Promise<void> {
  await tx.update(accounts).set({ status: "closed", closedAt: now }).where(inArray(accounts.id, accountIds));
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(inArray(sessions.accountId, accountIds), isNull(sessions.endedAt)));
  await eraseIdentity(tx, accountIds);
}

const hasLiveAppointment = ({ now }: Moment) =>
  sql`exists (select from ${appointments} where ${appointments.accountId} = ${accounts.id}
        and ${appointments.endedAt} is null
        and (${appointments.endsOn} is null or ${appointments.endsOn} >= ${now.toISOString().slice(0, 10)}::date))`;

/** What is kept of people who may sign in, were asked to, or hold posts. */
export const accountDisposals = {
  "invitation-addresses": disposal(
    invitations,
    sql`${invitations.id}`,
    ({ since }) => and(isNotNull(invitations.email), sql`${invitationEnd} <= ${instant(since)}`),
    (tx, keys) => tx.update(invitations).set({ email: null }).where(inArray(invitations.id, keys)),
  ),
  invitations: disposal(
    invitations,
    sql`${invitations.id}`,
    (moment) => isPast(invitationEnd, moment),
    (tx, keys) => tx.delete(invitations).where(inArray(invitations.id, keys)),
  ),
  "waiting-accounts": disposal(
    accounts,
    sql`${accounts.id}`,
    (moment) =>
      and(
        eq(accounts.kind, "staff"),
        eq(accounts.status, "waiting"),
        isNull(accounts.personId),
        isPast(lastSeen, moment),
      ),
    closeAndErase,
  ),
  "absent-residents": disposal(
    accounts,
    sql`${accounts.id}`,
    (moment) =>
      and(
        eq(accounts.kind, "resident"),
        eq(accounts.status, "active"),
        isPast(lastSeen, moment),
        sql`not ${hasLiveAppointment(moment)}`,
      ),
    closeAndErase,
  ),
  "closed-accounts": disposal(
    accounts,
    sql`${accounts.id}`,
    ({ since }) => and(eq(accounts.status, "closed"), lt(accounts.closedAt, since), isIdentified),
    eraseIdentity,
  ),
  people: disposal(people, sql`${people.id}`, isOrphan, (tx, keys) =>
    tx.delete(people).where(inArray(people.id, keys)),
  ),
};

/** Nobody points at the person; and no import is under way, which adds people before it says what they hold. */
function isOrphan(): SQL | undefined {
  return and(
    sql`not exists (select from ${postHoldings} where ${postHoldings.personId} = ${people.id})`,
    sql`not exists (select from ${accounts} where ${accounts.personId} = ${people.id})`,
    sql`not exists (select from ${editions} where ${editions.noun} = 'teams' and ${editions.status} = 'staging')`,
  );
}
