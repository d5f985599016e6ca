import { and, count, eq, inArray, isNotNull, isNull, lt, lte, or, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { concernStates, isEnded } from "#app/domain/concern/states.ts";
import type { RetentionRuleId } from "#app/domain/retention/schedule.ts";
import { divertedStates } from "#app/domain/concern/states.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { accounts, appointments, identities, residentConnections, residents } from "#db/schema/account.ts";
import { retentionRuns } from "#db/schema/background.ts";
import { ballots, tallies } from "#db/schema/ballot.ts";
import { concerns, concernSupporters, concernTexts, diversions } from "#db/schema/concern.ts";
import { editions } from "#db/schema/edition.ts";
import { staffNotices } from "#db/schema/following.ts";
import { messages } from "#db/schema/mail.ts";
import { authenticators, invitations, passkeys, passwords } from "#db/schema/member.ts";
import { pageReports } from "#db/schema/page-report.ts";
import { allowances, challenges, emailCodes, sessions } from "#db/schema/session.ts";
import { people, postHoldings } from "#db/schema/team.ts";
import { threadEntries, threads } from "#db/schema/thread.ts";
import type { Db } from "#db/types.ts";
import { countTo, lastRowBefore } from "./audit-seal.ts";

/** When something is kept since, and when it is now. */
export interface Moment {
  since: Date;
  now: Date;
}

/** How one rule is carried out. `dispose` takes at most `limit` and says how many it took. */
export interface Disposal {
  count: (db: Db, moment: Moment) => Promise<number>;
  dispose: (tx: Db, moment: Moment, limit: number) => Promise<number>;
}

/** Rows of `table` for which `due` holds, each with its key: counted, or changed by `act` in one batch. */
function disposal(
  table: PgTable,
  key: SQL,
  due: (moment: Moment) => SQL | undefined,
  act: (tx: Db, keys: string[], moment: Moment) => Promise<unknown>,
): Disposal {
  return {
    count: async (db, moment) => {
      const [found] = await db.select({ rows: count() }).from(table).where(due(moment));
      return found?.rows ?? 0;
    },
    dispose: async (tx, moment, limit) => {
      const found = await tx
        .select({ key: sql<string>`${key}::text` })
        .from(table)
        .where(due(moment))
        .orderBy(key)
        .limit(limit)
        .for("update");
      const keys = found.map(({ key }) => key);
      if (keys.length > 0) await act(tx, keys, moment);
      return keys.length;
    },
  };
}

const sessionEnd = sql`least(${sessions.endedAt}, ${sessions.expiresAt})`;
const messageEnd = sql`coalesce(${messages.sentAt}, ${messages.createdAt})`;
const invitationEnd = sql`least(${invitations.acceptedAt}, ${invitations.withdrawnAt}, ${invitations.expiresAt})`;
const lastSeen = sql`coalesce(${accounts.lastSeenAt}, ${accounts.createdAt})`;

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const isFinished = inArray(messages.status, ["sent", "stopped", "dropped"]);
const isPast = (end: SQL, { since }: Moment) => sql`${end} < ${instant(since)}`;

// What names the person behind an account.
const isIdentified = or(
  isNotNull(accounts.name),
  isNotNull(accounts.email),
  isNotNull(accounts.emailKey),
  isNotNull(accounts.personId),
  ...[identities, residents, residentConnections, passkeys, passwords, authenticators].map(
    (table) => sql`exists (select from ${table} where ${table.accountId} = ${accounts.id})`,
  ),
);

/**
 * Takes from closed accounts what says who they were. The row stays, because the audit record names its id; its own
 * columns and the tables emptied here were the only link from that id to a person.
 */
async function eraseIdentity(tx: Db, accountIds: string[]): Promise<void> {
  for (const table of [identities, residentConnections, residents, passkeys, passwords, authenticators])
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

const endStates = concernStates.filter(isEnded);

const hasRaisers = or(
  isNotNull(concerns.raisedBy),
  sql`exists (select from ${concernSupporters} where ${concernSupporters.concernId} = ${concerns.id})`,
);

/** Takes from closed concerns whose they were; our own summary, and how many they were, stay. */
async function forgetRaisers(tx: Db, concernIds: string[]): Promise<void> {
  await tx.delete(concernSupporters).where(inArray(concernSupporters.concernId, concernIds));
  await tx.update(concerns).set({ raisedBy: null }).where(inArray(concerns.id, concernIds));
}

/** How each rule of the schedule is carried out, but for the audit record, which is sealed. */
export const disposals: Readonly<Record<Exclude<RetentionRuleId, "audit">, Disposal>> = {
  "email-codes": disposal(
    emailCodes,
    sql`${emailCodes.id}`,
    ({ since }) => lt(emailCodes.expiresAt, since),
    (tx, keys) => tx.delete(emailCodes).where(inArray(emailCodes.id, keys)),
  ),
  challenges: disposal(
    challenges,
    sql`${challenges.id}`,
    ({ since }) => lt(challenges.expiresAt, since),
    (tx, keys) => tx.delete(challenges).where(inArray(challenges.id, keys)),
  ),
  sessions: disposal(
    sessions,
    sql`${sessions.id}`,
    (moment) => isPast(sessionEnd, moment),
    (tx, keys) => tx.delete(sessions).where(inArray(sessions.id, keys)),
  ),
  allowances: disposal(
    allowances,
    sql`${allowances.key}`,
    ({ since }) => lt(allowances.windowEndsAt, since),
    (tx, keys) => tx.delete(allowances).where(inArray(allowances.key, keys)),
  ),
  "message-texts": disposal(
    messages,
    sql`${messages.id}`,
    (moment) =>
      and(
        isFinished,
        isPast(messageEnd, moment),
        or(isNotNull(messages.recipient), isNotNull(messages.subject), isNotNull(messages.body)),
      ),
    (tx, keys) =>
      tx
        .update(messages)
        .set({ recipient: null, subject: null, body: null })
        .where(inArray(messages.id, keys)),
  ),
  messages: disposal(
    messages,
    sql`${messages.id}`,
    (moment) => and(isFinished, isPast(messageEnd, moment)),
    (tx, keys) => tx.delete(messages).where(inArray(messages.id, keys)),
  ),
  "dead-messages": disposal(
    messages,
    sql`${messages.id}`,
    ({ since }) => and(eq(messages.status, "dead"), lt(messages.createdAt, since)),
    (tx, keys) => tx.delete(messages).where(inArray(messages.id, keys)),
  ),
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
  "concern-words": disposal(
    concernTexts,
    sql`${concernTexts.concernId}`,
    ({ now }) => and(isNull(concernTexts.erasedAt), lte(concernTexts.eraseOn, londonDay(now))),
    (tx, keys, { now }) =>
      tx
        .update(concernTexts)
        .set({ words: null, placeWords: null, whenWords: null, effectWords: null, erasedAt: now })
        .where(inArray(concernTexts.concernId, keys)),
  ),
  "diverted-texts": disposal(
    concernTexts,
    sql`${concernTexts.concernId}`,
    isHandedOver,
    (tx, keys, { now }) =>
      tx
        .update(concernTexts)
        .set({ words: null, placeWords: null, whenWords: null, effectWords: null, erasedAt: now })
        .where(inArray(concernTexts.concernId, keys)),
  ),
  diversions: disposal(
    diversions,
    sql`${diversions.concernId}`,
    ({ since }) => lt(diversions.acknowledgedAt, since),
    (tx, keys) => tx.delete(diversions).where(inArray(diversions.concernId, keys)),
  ),
  "concern-raisers": disposal(
    concerns,
    sql`${concerns.id}`,
    ({ since }) => and(inArray(concerns.state, endStates), lt(concerns.changedAt, since), hasRaisers),
    forgetRaisers,
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
  ballots: disposal(
    ballots,
    sql`${ballots.id}`,
    ({ since }) =>
      sql`exists (select from ${tallies} where ${tallies.cycleId} = ${ballots.cycleId} and ${tallies.certifiedAt} < ${instant(since)})`,
    (tx, keys) => tx.delete(ballots).where(inArray(ballots.id, keys)),
  ),
  "thread-words": disposal(
    threads,
    sql`${threads.id}`,
    ({ since }) =>
      and(
        lt(threads.closedAt, since),
        sql`exists (select from ${threadEntries} where ${threadEntries.threadId} = ${threads.id}
          and ${threadEntries.words} is not null)`,
      ),
    (tx, keys) => tx.update(threadEntries).set({ words: null }).where(inArray(threadEntries.threadId, keys)),
  ),
  "staff-notices": disposal(
    staffNotices,
    sql`${staffNotices.id}`,
    ({ since }) => lt(staffNotices.at, since),
    (tx, keys) => tx.delete(staffNotices).where(inArray(staffNotices.id, keys)),
  ),
  "page-report-words": disposal(
    pageReports,
    sql`${pageReports.id}`,
    ({ since }) => and(isNotNull(pageReports.words), lt(pageReports.reportedAt, since)),
    (tx, keys) => tx.update(pageReports).set({ words: null }).where(inArray(pageReports.id, keys)),
  ),
  people: disposal(people, sql`${people.id}`, isOrphan, (tx, keys) =>
    tx.delete(people).where(inArray(people.id, keys)),
  ),
};

/** Another service has it since then, and it is no concern of ours any more. */
function isHandedOver({ since }: Moment): SQL | undefined {
  return and(
    isNull(concernTexts.erasedAt),
    sql`exists (select from ${diversions} where ${diversions.concernId} = ${concernTexts.concernId}
          and ${diversions.acknowledgedAt} < ${instant(since)})`,
    sql`exists (select from ${concerns} where ${concerns.id} = ${concernTexts.concernId}
          and ${inArray(concerns.state, [...divertedStates])})`,
  );
}

/** Nobody points at the person; and no import is under way, which adds people before it says what they hold. */
function isOrphan(): SQL | undefined {
  return and(
    sql`not exists (select from ${postHoldings} where ${postHoldings.personId} = ${people.id})`,
    sql`not exists (select from ${accounts} where ${accounts.personId} = ${people.id})`,
    sql`not exists (select from ${editions} where ${editions.noun} = 'teams' and ${editions.status} = 'staging')`,
  );
}

/** How many rows of the audit record may leave as a sealed file. */
export async function countAuditToSeal(db: Db, { since }: Moment): Promise<number> {
  const last = await lastRowBefore(db, since);
  return last === null ? 0 : countTo(db, last);
}

/** Notes that a run begins; its id. */
export async function beginRetentionRun(db: Db, at: Date): Promise<string> {
  const id = crypto.randomUUID();
  await db.insert(retentionRuns).values({ id, at, counts: {} });
  return id;
}

/** Notes what a run disposed of so far, by rule. */
export async function noteRetentionRun(
  tx: Db,
  id: string,
  counts: Readonly<Partial<Record<RetentionRuleId, number>>>,
): Promise<void> {
  await tx.update(retentionRuns).set({ counts }).where(eq(retentionRuns.id, id));
}
