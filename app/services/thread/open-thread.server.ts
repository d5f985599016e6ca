import { randomInt } from "node:crypto";
import { platform, type Actor } from "#app/domain/actor.ts";
import { detect } from "#app/domain/concern/detection/detect.ts";
import { isUrgent, suggestedRoute } from "#app/domain/concern/diversion.ts";
import { referenceCount, referenceOf } from "#app/domain/reference/reference.ts";
import { momentOfPromise } from "#app/domain/thread/promise-words.ts";
import { promisedBy } from "#app/domain/thread/promise.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible, tellRole } from "#app/services/notice/tell-staff.server.ts";
import { insertEntries, insertThread, type Thread } from "#db/queries/thread.ts";
import type { Db } from "#db/types.ts";
import { readPromiseSettings } from "./promise-settings.server.ts";
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
  const route = suggestedRoute(detect(words));
  const byPlatform = { threadId: thread.id, writer: "platform", writerId: null } as const;
  const after = (ms: number) => new Date(now.getTime() + ms);
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
      ...byPlatform,
      at: after(1),
      kind: "acknowledgement",
      words: `We have your message. You will have an answer by ${momentOfPromise(dueAt, now)}.`,
    },
    ...(route === null ? [] : [{ ...byPlatform, at: after(2), kind: "note" as const, words: route }]),
  ]);
  const notice = { at: now, path: paths.staff.thread(thread.id) };
  if (isUrgent(route)) {
    await tellRole(tx, "contact-centre", neighbourhoodId, {
      ...notice,
      kind: "escalated",
      line: `${thread.reference}: this message may be urgent. Read it at once`,
    });
  }
  await tellResponsible(tx, neighbourhoodId, {
    ...notice,
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
