import { asc } from "drizzle-orm";
import { platform } from "#app/domain/actor.ts";
import { deriveKeys } from "#app/services/keys/keys.server.ts";
import type { MailDeps } from "#app/services/mail/deliver-mail.server.ts";
import { queueMail, type Mail } from "#app/services/mail/queue-mail.server.ts";
import { smtpTransport, type SmtpTimes } from "#app/services/mail/smtp-transport.server.ts";
import { messages } from "#db/schema/mail.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export const noon = new Date("2026-06-01T12:00:00Z");
export const keys = deriveKeys("a secret of at least thirty-two characters");
export const from = "team@force.example";

export const later = (ms: number, after = noon) => new Date(after.getTime() + ms);

/** For servers that hang: no need to wait a minute for them. */
export const impatient: SmtpTimes = { connectMs: 5_000, greetingMs: 1_000, silenceMs: 1_500, allMs: 10_000 };

export const smtpTo = (url: string, times?: SmtpTimes) =>
  smtpTransport({ url, from, fromName: "Safer Neighbourhoods" }, times);

/** The worker's needs at a standing clock; `heard` is what it logged. */
export function mailDeps(db: Db, transport: MailDeps["transport"], now = noon) {
  const heard: string[] = [];
  const hear = (...words: unknown[]) => void heard.push(JSON.stringify(words));
  const deps: MailDeps = {
    db,
    now: () => now,
    transport,
    keys,
    unsubscribeUrl: (token) => `https://sn.example/unsubscribe/${token}`,
    log: { warn: hear, error: hear },
    chance: () => 0.5,
  };
  return { ...deps, heard };
}

/** Queues one message as a service does, and gives its id. */
export const queue = (db: Db, mail: Partial<Mail> = {}, now = noon): Promise<string> =>
  withActor(db, platform(), (tx) =>
    queueMail(tx, now, {
      purpose: "account-notice",
      accountId: null,
      recipient: "jo@example.org",
      subject: "Your account",
      body: "Hello.\n\nSomething changed.",
      ...mail,
    }),
  );

export const outbox = (db: Db) =>
  withActor(db, platform(), (tx) =>
    tx.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.id)),
  );
