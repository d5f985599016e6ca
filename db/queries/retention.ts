import { and, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import type { RetentionRuleId } from "#app/domain/retention/schedule.ts";
import { retentionRuns } from "#db/schema/background.ts";
import { ballots, tallies } from "#db/schema/ballot.ts";
import { staffNotices } from "#db/schema/following.ts";
import { messages } from "#db/schema/mail.ts";
import { pageReports } from "#db/schema/page-report.ts";
import { allowances, challenges, emailCodes, sessions } from "#db/schema/session.ts";
import type { Db } from "#db/types.ts";
import { countTo, lastRowBefore } from "./audit-seal.ts";
import { disposal, instant, isPast, type Disposal, type Moment } from "./disposal.ts";
import { abstractionDisposals } from "./disposal-abstraction.ts";
import { accountDisposals } from "./disposal-accounts.ts";
import { concernDisposals } from "./disposal-concerns.ts";
import { feedbackDisposals } from "./disposal-feedback.ts";
import { taskingDisposals } from "./disposal-tasking.ts";
import { threadDisposals } from "./disposal-threads.ts";

const sessionEnd = sql`least(${sessions.endedAt}, ${sessions.expiresAt})`;
const messageEnd = sql`coalesce(${messages.sentAt}, ${messages.createdAt})`;
const isFinished = inArray(messages.status, ["sent", "stopped", "dropped"]);

/** How each rule of the schedule is carried out, but for the audit record, which is sealed. */
export const disposals: Readonly<Record<Exclude<RetentionRuleId, "audit">, Disposal>> = {
  ...abstractionDisposals,
  ...taskingDisposals,
  ...accountDisposals,
  ...concernDisposals,
  ...threadDisposals,
  ...feedbackDisposals,
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
        .set({ recipient: null, subject: null, body: null, calendar: null })
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
  ballots: disposal(
    ballots,
    sql`${ballots.id}`,
    ({ since }) =>
      sql`exists (select from ${tallies} where ${tallies.cycleId} = ${ballots.cycleId} and ${tallies.certifiedAt} < ${instant(since)})`,
    (tx, keys) => tx.delete(ballots).where(inArray(ballots.id, keys)),
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
};

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
