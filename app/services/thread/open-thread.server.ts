import { randomInt } from "node:crypto";
import { platform, type Actor } from "#app/domain/actor.ts";
import { referenceCount, referenceOf } from "#app/domain/reference/reference.ts";
import { momentOfPromise } from "#app/domain/thread/promise-words.ts";
import { promisedBy } from "#app/domain/thread/promise.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { insertEntries, insertThread, type Thread } from "#db/queries/thread.ts";
import type { Db } from "#db/types.ts";
import { readPromiseSettings } from "./promise-settings.server.ts";
import { takeInMessage } from "./take-in-message.server.ts";
import type { ThreadDeps } from "./thread-deps.ts";
import { tellReceived } from "./thread-mails.ts";

export interface NewThread {
  neighbourhoodId: string;
  words: string;
  raisedBy: string | null;
  enteredBy: string | null;
}

const mostAttempts = 20;

/**
 * Takes in a message: the platform acknowledges it at once, the team is told, and the contact centre too where the
 * words point at an emergency, somebody at risk or a crime. The audit row is the caller's.
 */
export async function openThread(
  tx: Db,
  { now, publicUrl }: Omit<ThreadDeps, "db">,
  { neighbourhoodId, words, raisedBy, enteredBy }: NewThread,
): Promise<Thread> {
  const dueAt = promisedBy(now, await readPromiseSettings(tx));
  const thread = await insertReferenced(tx, {
    neighbourhoodId,
    // Received and acknowledged are one transaction: nobody ever sees the first alone.
    state: "acknowledged",
    level: "team",
    raisedBy,
    enteredBy,
    receivedAt: now,
    dueAt,
    changedAt: now,
  });
  await insertEntries(tx, [
    {
      threadId: thread.id,
      at: now,
      kind: "message",
      words,
      ...(enteredBy === null
        ? { writer: "resident" as const, writerId: raisedBy }
        : { writer: "staff" as const, writerId: enteredBy }),
    },
    {
      threadId: thread.id,
      // In the order of what was written.
      at: new Date(now.getTime() + 1),
      writer: "platform",
      writerId: null,
      kind: "acknowledgement",
      words: `We have your message. You will have an answer by ${momentOfPromise(dueAt, now)}.`,
    },
  ]);
  await takeInMessage(tx, now, thread, words);
  await tellResponsible(tx, neighbourhoodId, {
    at: now,
    path: paths.staff.thread(thread.id),
    kind: "new",
    line: `${thread.reference}: a new message to the team. Answer by ${momentOfPromise(dueAt, now)}`,
  });
  await tellReceived(tx, { now, publicUrl }, thread);
  return thread;
}

async function insertReferenced(
  tx: Db,
  values: Omit<Parameters<typeof insertThread>[1], "reference">,
): Promise<Thread> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const reference = referenceOf("thread", randomInt(referenceCount("thread")));
    const thread = await insertThread(tx, { ...values, reference });
    if (thread !== null) return thread;
  }
  throw new Error("Nearly every reference is taken: make them a letter longer.");
}

/** A resident writes what their role cannot see whole (who is told), so the platform works in their place. */
export const inPlaceOf = (actor: Actor): Actor => platform(actor.requestId);
