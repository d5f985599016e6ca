import { and, count, desc, eq, inArray, min } from "drizzle-orm";
import { everyStoppable, type Stoppable } from "#app/domain/mail/mail.ts";
import { accounts } from "#db/schema/account.ts";
import { mailStops, messages } from "#db/schema/mail.ts";
import type { Db } from "#db/types.ts";

/** Adds a message to the outbox and gives its id. */
export async function insertMessage(tx: Db, values: typeof messages.$inferInsert): Promise<string> {
  const id = values.id ?? crypto.randomUUID();
  await tx.insert(messages).values({ ...values, id });
  return id;
}

// Each has ten values at most, and a statement takes 65,535.
const mostInStatement = 5_000;

/** Adds messages to many. */
export async function insertMessages(
  tx: Db,
  values: readonly (typeof messages.$inferInsert)[],
): Promise<void> {
  for (let from = 0; from < values.length; from += mostInStatement)
    await tx.insert(messages).values(values.slice(from, from + mostInStatement));
}

const stopsOf = (purpose: string) => inArray(mailStops.purpose, [purpose, everyStoppable]);

/** Whether whoever has this address, by its key, stopped messages of a purpose. */
export async function hasStopped(db: Db, emailKey: string, purpose: string): Promise<boolean> {
  const found = await db
    .select({ purpose: mailStops.purpose })
    .from(mailStops)
    .where(and(eq(mailStops.emailKey, emailKey), stopsOf(purpose)))
    .limit(1);
  return found.length > 0;
}

/** As `hasStopped`, of an account; false too where the actor may not see the account. */
export async function hasAccountStopped(db: Db, accountId: string, purpose: string): Promise<boolean> {
  const found = await db
    .select({ purpose: mailStops.purpose })
    .from(mailStops)
    .innerJoin(accounts, eq(accounts.emailKey, mailStops.emailKey))
    .where(and(eq(accounts.id, accountId), stopsOf(purpose)))
    .limit(1);
  return found.length > 0;
}

/** Records that an address wants no more of these; false when it had said so before. */
export async function insertStop(tx: Db, emailKey: string, purpose: Stoppable, now: Date): Promise<boolean> {
  const added = await tx
    .insert(mailStops)
    .values({ emailKey, purpose, stoppedAt: now })
    .onConflictDoNothing()
    .returning({ purpose: mailStops.purpose });
  return added.length > 0;
}

/** How many messages there are in each state, and when the oldest of them was queued. */
export const countMessages = (db: Db) =>
  db
    .select({ status: messages.status, count: count(), oldestAt: min(messages.createdAt) })
    .from(messages)
    .groupBy(messages.status);

/** The messages that were given up, the latest first, with no more of the reader than the mail server's name. */
export async function listDeadMessages(db: Db, limit: number) {
  const rows = await db
    .select({
      id: messages.id,
      purpose: messages.purpose,
      recipient: messages.recipient,
      attempts: messages.attempts,
      unsureAttempts: messages.unsureAttempts,
      lastError: messages.lastError,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(eq(messages.status, "dead"))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);
  return rows.map(({ recipient, ...row }) => ({ ...row, domain: recipient?.split("@").at(-1) ?? null }));
}

/** Every message with its reader and subject, the latest first: for a demonstration's page. */
export const listMessages = (db: Db, limit: number) =>
  db
    .select({
      id: messages.id,
      recipient: messages.recipient,
      subject: messages.subject,
      status: messages.status,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);

export type StoredMessage = typeof messages.$inferSelect;

/** One message whole, or null. */
export async function findMessage(db: Db, id: string): Promise<StoredMessage | null> {
  const [found] = await db.select().from(messages).where(eq(messages.id, id)).limit(1);
  return found ?? null;
}
