import { momentOfPromise } from "#app/domain/thread/promise-words.ts";
import { paths } from "#app/paths.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { findAccount } from "#db/queries/account.ts";
import type { Thread } from "#db/queries/thread.ts";
import type { Db } from "#db/types.ts";
import type { ThreadDeps } from "./thread-deps.ts";

type Told = Pick<Thread, "reference" | "raisedBy">;

/** Tells whoever wrote, where an address is known. Neither their words nor the team's stand in a mail. */
async function tellWriter(
  tx: Db,
  { now, publicUrl }: Omit<ThreadDeps, "db">,
  { raisedBy, reference }: Told,
  words: readonly string[],
): Promise<void> {
  const account = raisedBy === null ? null : await findAccount(tx, raisedBy);
  if (account?.email == null || account.status !== "active") return;
  const where = `${publicUrl}${paths.account.thread(reference)}`;
  await queueMail(tx, now, {
    purpose: "thread-update",
    accountId: account.id,
    recipient: account.email,
    subject: "",
    body: [...words, `Your message ${reference} is here: ${where}`].join("\n\n"),
  });
}

type Teller = (tx: Db, deps: Omit<ThreadDeps, "db">, thread: Told) => Promise<void>;

export const tellReceived = (
  tx: Db,
  deps: Omit<ThreadDeps, "db">,
  thread: Told & { dueAt: Date },
): Promise<void> =>
  tellWriter(tx, deps, thread, [
    `We have your message. You will have an answer by ${momentOfPromise(thread.dueAt, deps.now)}.`,
    "If somebody is in danger, call 999. This is not read day and night.",
  ]);

export const tellAnswered: Teller = (tx, deps, thread) =>
  tellWriter(tx, deps, thread, ["Your neighbourhood team has answered your message."]);

export const tellRedirected: Teller = (tx, deps, thread) =>
  tellWriter(tx, deps, thread, [
    "Your neighbourhood team has read your message. It is for somebody else, and the team says who.",
  ]);

export const tellDelayed = (tx: Db, deps: Omit<ThreadDeps, "db">, thread: Told, until: Date): Promise<void> =>
  tellWriter(tx, deps, thread, [
    `The answer to your message takes longer. You will have it by ${momentOfPromise(until, deps.now)}. The team says why.`,
  ]);

export const tellMissed: Teller = (tx, deps, thread) =>
  tellWriter(tx, deps, thread, [
    "We promised you an answer and have not given one. We are sorry. The sergeant has been told.",
    "You can take your message to the inspector: open it and press the button.",
  ]);

export const tellWithInspector: Teller = (tx, deps, thread) =>
  tellWriter(tx, deps, thread, ["Your message has gone to the inspector, because it has no answer yet."]);

export const tellClosed: Teller = (tx, deps, thread) =>
  tellWriter(tx, deps, thread, ["Your message is closed. You can open it again."]);

export const tellReopened: Teller = (tx, deps, thread) =>
  tellWriter(tx, deps, thread, ["The team has opened your message again and will answer it."]);
