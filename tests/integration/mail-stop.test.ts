import { asc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { platform, visitor } from "#app/domain/actor.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { stopMail } from "#app/services/mail/stop-mail.server.ts";
import type { Outgoing } from "#app/services/mail/transport.ts";
import { readUnsubscribeToken } from "#app/services/mail/unsubscribe-token.server.ts";
import { insertAccount } from "#db/queries/account.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { mailStops, messages } from "#db/schema/mail.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { startSmtpPeer } from "#tests/support/smtp-peer.ts";
import { keys, mailDeps, noon, outbox, queue, smtpTo } from "./mail-outbox.ts";

let database: TestDatabase;
const recipient = "Jo@Example.org";
const emailKey = emailKeyOf(keys, "jo@example.org");

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(messages);
  await database.db.delete(mailStops);
});

/** Runs the worker; what it handed over. */
async function delivered(): Promise<Outgoing[]> {
  const sent: Outgoing[] = [];
  const send = (message: Outgoing) => {
    sent.push(message);
    return Promise.resolve({ kind: "sent" as const });
  };
  await deliverMail(mailDeps(database.db, { keepsSecrets: false, send }));
  return sent;
}

const stop = (purpose: "team-news" | "all") =>
  stopMail({ db: database.db, now: noon }, visitor("a request"), { emailKey, purpose });

test("a message that can be stopped says how, in words and for machines", async () => {
  const peer = await startSmtpPeer();
  await queue(database.db, { recipient, purpose: "team-news", body: "We are at the library." });
  await deliverMail(mailDeps(database.db, smtpTo(peer.url)));
  await peer.close();
  const mail = peer.received[0]?.mail;
  const url = /https:\/\/sn\.example\/unsubscribe\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  expect(readUnsubscribeToken(keys, url.split("/").at(-1) ?? "")).toEqual({ emailKey, purpose: "team-news" });
  expect(mail?.text).toContain(
    `news and events of your neighbourhood team.\nTo stop these emails, open ${url}\n`,
  );
  const raw = (key: string) => mail?.headerLines.find((header) => header.key === key)?.line;
  expect(raw("list-unsubscribe")).toBe(`List-Unsubscribe: <${url}>`);
  expect(raw("list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
});

test("an update on a concern has a subject that tells nothing", async () => {
  await queue(database.db, { purpose: "concern-update", subject: "Your report about next door" });
  expect(await delivered()).toMatchObject([{ subject: "Update from your neighbourhood team" }]);
});

test("what is stopped is not sent, though queued before, and nothing of it is kept; codes still come", async () => {
  const { db } = database;
  await queue(db, { recipient, purpose: "team-news" });
  await queue(db, { recipient, purpose: "priority-update", subject: "Vote" });
  await queue(db, { recipient, purpose: "sign-in-code", subject: "Code" });
  await queue(db, { recipient: "amy@example.org", purpose: "team-news", subject: "For Amy" });
  await stop("team-news");
  expect((await delivered()).map(({ subject }) => subject).sort()).toEqual(["Code", "For Amy", "Vote"]);
  expect((await outbox(db)).filter(({ status }) => status === "stopped")).toMatchObject([
    { purpose: "team-news", recipient: null, subject: null, body: null },
  ]);
});

test("everything that can be stopped stops at once", async () => {
  const { db } = database;
  await stop("all");
  for (const purpose of ["team-news", "priority-update", "concern-update", "invitation"] as const)
    await queue(db, { recipient, purpose });
  expect((await delivered()).map(({ unsubscribeUrl }) => unsubscribeUrl)).toEqual([null]);
});

test("for an account that stopped it, a message is not even queued", async () => {
  const { db } = database;
  const { id: accountId } = await withActor(db, platform(), (tx) =>
    insertAccount(tx, { kind: "resident", status: "active", email: recipient, emailKey, createdAt: noon }),
  );
  await stop("team-news");
  await queue(db, { recipient, accountId, purpose: "team-news" });
  await queue(db, { recipient, accountId, purpose: "account-notice" });
  expect(
    (await outbox(db)).map(({ purpose, status, body }) => [purpose, status, body === null]).sort(),
  ).toEqual([
    ["account-notice", "queued", false],
    ["team-news", "stopped", true],
  ]);
});

test("stopping twice is stopping once, and the record says what, not who", async () => {
  const { db } = database;
  const recorded = () =>
    db
      .select({ action: auditEvents.action, subjectId: auditEvents.subjectId, details: auditEvents.details })
      .from(auditEvents)
      .orderBy(asc(auditEvents.number));
  const before = (await recorded()).length;
  await Promise.all([stop("team-news"), stop("team-news")]);
  await stop("team-news");
  expect((await recorded()).slice(before)).toEqual([
    { action: "mail.stop", subjectId: "team-news", details: {} },
  ]);
  expect(await db.$count(mailStops)).toBe(1);
});
