import { and, asc, eq, inArray, lte, ne, sql } from "drizzle-orm";
import type { NextStep } from "#app/domain/mail/delivery.ts";
import { messages } from "#db/schema/mail.ts";
import type { Db } from "#db/types.ts";
import type { StoredMessage } from "./mail.ts";

// In the index's own words, not as parameters, or the database does not see that the index is meant.
const isDue = sql`${messages.status} in ('queued', 'sending')`;

/**
 * Takes the next message that is due, until `leaseUntil`; null when nothing is. A message whose lease ran out is due
 * again: the process that had it ended, and nobody knows whether it went. Processes skip what another is taking.
 */
export async function takeMessage(tx: Db, now: Date, leaseUntil: Date): Promise<StoredMessage | null> {
  const due = tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(isDue, lte(messages.nextAttemptAt, now)))
    // As the index says it, so that the first is found without sorting a full outbox.
    .orderBy(sql`${messages.isSecret} desc nulls last`, asc(messages.nextAttemptAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await tx
    .update(messages)
    .set({
      status: "sending",
      attempts: sql`${messages.attempts} + 1`,
      unsureAttempts: sql`${messages.unsureAttempts} + (${messages.status} = 'sending')::int`,
      nextAttemptAt: leaseUntil,
    })
    // One value, not `in`: so the database looks for it once, and locks one row.
    .where(eq(messages.id, sql`(${due})`))
    .returning();
  return taken ?? null;
}

/**
 * Records that a message went, whoever has it now: that is certain. What it said is erased where `erasesBody`; what was
 * stopped or dropped meanwhile stays so.
 */
export async function markSent(tx: Db, id: string, now: Date, erasesBody: boolean): Promise<void> {
  await tx
    .update(messages)
    .set({ status: "sent", sentAt: now, lastError: null, ...(erasesBody ? { body: null, calendar: null } : {}) })
    .where(and(eq(messages.id, id), inArray(messages.status, ["queued", "sending", "dead"])));
}

/** Records an attempt that did not succeed, unless another process has taken the message since. */
export async function markUnsent(
  tx: Db,
  { id, attempts }: Pick<StoredMessage, "id" | "attempts">,
  step: Exclude<NextStep, { status: "sent" }>,
): Promise<void> {
  await tx
    .update(messages)
    .set({
      status: step.status,
      unsureAttempts: step.unsureAttempts,
      lastError: step.error,
      ...(step.status === "queued" ? { nextAttemptAt: step.nextAttemptAt } : {}),
    })
    .where(and(eq(messages.id, id), eq(messages.status, "sending"), eq(messages.attempts, attempts)));
}

/** Gives a taken message back as if it had not been taken, because the process is stopping. */
export async function releaseMessage(
  tx: Db,
  { id, attempts }: Pick<StoredMessage, "id" | "attempts">,
  now: Date,
): Promise<void> {
  await tx
    .update(messages)
    .set({ status: "queued", attempts: attempts - 1, nextAttemptAt: now })
    .where(and(eq(messages.id, id), eq(messages.status, "sending"), eq(messages.attempts, attempts)));
}

const erased = { recipient: null, subject: null, body: null, calendar: null };

/** A message that its reader does not want: not sent, and nothing of it kept. */
export async function markStopped(tx: Db, id: string): Promise<void> {
  await tx
    .update(messages)
    .set({ status: "stopped", ...erased })
    .where(and(eq(messages.id, id), ne(messages.status, "sent")));
}

/**
 * Queues a dead message again; false when it is not dead. One attempt stays counted: it was tried, and the transport
 * is to look for it before it sends.
 */
export async function requeueDeadMessage(tx: Db, id: string, now: Date): Promise<boolean> {
  const queued = await tx
    .update(messages)
    .set({ status: "queued", attempts: 1, unsureAttempts: 0, nextAttemptAt: now })
    .where(and(eq(messages.id, id), eq(messages.status, "dead")))
    .returning({ id: messages.id });
  return queued.length > 0;
}

/** As `requeueDeadMessage`, all of them; how many there were. */
export async function requeueDeadMessages(tx: Db, now: Date): Promise<number> {
  const queued = await tx
    .update(messages)
    .set({ status: "queued", attempts: 1, unsureAttempts: 0, nextAttemptAt: now })
    .where(eq(messages.status, "dead"))
    .returning({ id: messages.id });
  return queued.length;
}

/** Gives a dead message up for good and erases what it said; false when it is not dead. */
export async function dropDeadMessage(tx: Db, id: string): Promise<boolean> {
  const dropped = await tx
    .update(messages)
    .set({ status: "dropped", ...erased })
    .where(and(eq(messages.id, id), eq(messages.status, "dead")))
    .returning({ id: messages.id });
  return dropped.length > 0;
}
