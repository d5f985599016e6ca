import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverMail, leaseMs } from "#app/services/mail/deliver-mail.server.ts";
import { takeMessage } from "#db/queries/mail-delivery.ts";
import { messages } from "#db/schema/mail.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/postgres-start.ts";
import { startSmtpPeer, type Manner, type SmtpPeer } from "#tests/support/smtp-peer.ts";
import { from, impatient, later, mailDeps, noon, outbox, queue, smtpTo } from "./mail-outbox.ts";

const minute = 60_000;
let database: TestDatabase;
let peer: SmtpPeer;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(messages);
  peer = await startSmtpPeer();
});
afterEach(() => peer.close());

/** Runs the worker once at a moment; gives the only message of the outbox and what was logged. */
async function deliverAt(now: Date, transport = smtpTo(peer.url)) {
  const deps = mailDeps(database.db, transport, now);
  await deliverMail(deps);
  return { message: (await outbox(database.db))[0], heard: deps.heard };
}

const messageIds = () => peer.received.map(({ mail }) => mail.messageId);

test("a message arrives whole, once, and is marked sent", async () => {
  const id = await queue(database.db, { subject: "Grüße\r\nBcc: all@example.org", body: "Één.\n\n“Two”." });
  const { message } = await deliverAt(noon);
  expect(message).toMatchObject({ status: "sent", attempts: 1, sentAt: noon, lastError: null });
  await deliverAt(later(7 * 24 * 60 * minute));
  expect(peer.received).toHaveLength(1);
  const [{ mail, ...envelope } = { mail: null }] = peer.received;
  expect(envelope).toEqual({ from, to: ["jo@example.org"] });
  expect(mail).toMatchObject({
    messageId: `<${id}@force.example>`,
    subject: "Grüße Bcc: all@example.org",
    text: "Één.\n\n“Two”.\n",
    html: expect.stringContaining("<p>Één.</p>\n<p>“Two”.</p>") as unknown,
    from: { text: '"Safer Neighbourhoods" <team@force.example>' },
    to: { text: "jo@example.org" },
  });
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.headers.has("list-unsubscribe")).toBe(false);
});

test("two workers share a full outbox, and nobody hears twice", async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, () => queue(database.db)));
  await Promise.all([1, 2].map(() => deliverMail(mailDeps(database.db, smtpTo(peer.url)))));
  expect(messageIds().sort()).toEqual(ids.map((id) => `<${id}@force.example>`).sort());
  expect(
    (await outbox(database.db)).every(({ status, attempts }) => status === "sent" && attempts === 1),
  ).toBe(true);
});

test("codes go before a digest, and what is not due waits", async () => {
  const { db } = database;
  await queue(db, {}, later(-60 * minute));
  const code = await queue(db, { purpose: "sign-in-code", isSecret: true }, later(-minute));
  await queue(db, {}, later(minute));
  const order = [];
  for (;;) {
    const taken = await takeMessage(db, noon, later(leaseMs));
    if (taken === null) break;
    order.push(taken.id);
  }
  expect(order).toHaveLength(2);
  expect(order[0]).toBe(code);
});

describe("what certainly did not go is tried again, later and later", () => {
  const manners: [string, Manner, string][] = [
    ["421 instead of a greeting", { kind: "closing" }, "421"],
    ["no greeting", { kind: "silent" }, "Greeting never received"],
    ["gone before the message", { kind: "drops-before-data" }, "Connection closed unexpectedly"],
    ["451 after the message", { kind: "answers", code: 451 }, "451"],
  ];
  test.each(manners)("%s", async (_, manner, said) => {
    await queue(database.db);
    peer.behave(manner);
    const hasty = smtpTo(peer.url, impatient);
    const first = await deliverAt(noon, hasty);
    expect(first.message).toMatchObject({
      status: "queued",
      attempts: 1,
      unsureAttempts: 0,
      nextAttemptAt: later(minute),
    });
    expect(first.message?.lastError).toContain(said);
    const connections = peer.connections();
    await deliverAt(later(59_999));
    expect(peer.connections()).toBe(connections);
    expect((await deliverAt(later(minute), hasty)).message).toMatchObject({
      status: "queued",
      attempts: 2,
      nextAttemptAt: later(5 * minute),
    });
    peer.behave({ kind: "accepts" });
    expect((await deliverAt(later(5 * minute))).message?.status).toBe("sent");
    expect(new Set(messageIds()).size).toBe(1);
  });

  test("nobody listens, for days: then it waits for a person", async () => {
    await queue(database.db);
    const nobody = smtpTo(`smtp://127.0.0.1:${await freePort()}`);
    let now = noon;
    for (let attempt = 1; attempt < 16; attempt += 1) {
      const { message } = await deliverAt(now, nobody);
      expect(message).toMatchObject({ status: "queued", attempts: attempt, unsureAttempts: 0 });
      expect(message?.lastError).toContain("ECONNREFUSED");
      now = message?.nextAttemptAt ?? now;
    }
    expect(now.getTime() - noon.getTime()).toBeGreaterThan(2.5 * 24 * 60 * minute);
    expect((await deliverAt(now, nobody)).message).toMatchObject({ status: "dead", attempts: 16 });
  });
});

describe("what is refused for good", () => {
  test("of one address, is given up at once, and the others arrive", async () => {
    await queue(database.db, { recipient: "gone@example.org" });
    await queue(database.db, { recipient: "jo@example.org" }, later(-1));
    peer.behave({ kind: "rejects", recipient: "gone@example.org" });
    const deps = mailDeps(database.db, smtpTo(peer.url));
    await deliverMail(deps);
    expect(peer.received.map(({ to }) => to)).toEqual([["jo@example.org"]]);
    const [sent, dead] = await outbox(database.db);
    expect(sent?.status).toBe("sent");
    expect(dead).toMatchObject({
      status: "dead",
      attempts: 1,
      lastError: "550 <[address]>: no such mailbox",
    });
    expect(deps.heard.join()).toContain("no such mailbox");
    expect(deps.heard.join()).not.toMatch(/gone|example\.org/);
  });

  test("after the whole message, is given up at once", async () => {
    await queue(database.db);
    peer.behave({ kind: "answers", code: 554 });
    expect((await deliverAt(noon)).message).toMatchObject({ status: "dead", attempts: 1, unsureAttempts: 0 });
  });
});

describe("when nobody knows whether it went", () => {
  const manners: [string, Manner][] = [
    ["the server is gone after the message", { kind: "drops-after-data" }],
    ["the server says nothing after the message", { kind: "silent-after-data" }],
  ];
  test.each(manners)(
    "%s: repeated once with the same Message-ID, then left to a person",
    async (_, manner) => {
      const id = await queue(database.db);
      peer.behave(manner);
      const hasty = smtpTo(peer.url, impatient);
      const { message } = await deliverAt(noon, hasty);
      expect(message).toMatchObject({ status: "queued", attempts: 1, unsureAttempts: 1 });
      expect((await deliverAt(later(minute), hasty)).message).toMatchObject({
        status: "dead",
        unsureAttempts: 2,
      });
      await deliverAt(later(7 * 24 * 60 * minute));
      expect(messageIds()).toEqual([`<${id}@force.example>`, `<${id}@force.example>`]);
    },
  );

  test("a lease that ran out counts as one: its message is sent once more, never a second time", async () => {
    const { db } = database;
    await queue(db);
    await takeMessage(db, noon, later(leaseMs));
    await deliverAt(later(leaseMs - 1));
    expect(peer.received).toHaveLength(0);
    await takeMessage(db, later(leaseMs), later(2 * leaseMs));
    const { message } = await deliverAt(later(2 * leaseMs));
    expect(message).toMatchObject({ status: "dead", unsureAttempts: 2 });
    expect(peer.received).toHaveLength(0);
  });

  test("a worker that comes back late is believed where it sent, and not where it failed", async () => {
    const { db } = database;
    await queue(db);
    let release = (): void => undefined;
    const slow = {
      ...smtpTo(peer.url),
      send: () =>
        new Promise<{ kind: "sent" }>((resolve) => {
          release = () => {
            resolve({ kind: "sent" });
          };
        }),
    };
    const first = deliverMail(mailDeps(db, slow));
    while ((await outbox(db))[0]?.status !== "sending")
      await new Promise((resolve) => setTimeout(resolve, 10));
    peer.behave({ kind: "closing" });
    const between = await deliverAt(later(leaseMs));
    expect(between.message).toMatchObject({ status: "queued", attempts: 2, unsureAttempts: 1 });
    release();
    await first;
    expect((await outbox(db))[0]).toMatchObject({ status: "sent" });
  });
});

test("a code that comes too late is not sent, and an address that is none neither", async () => {
  const { db } = database;
  await queue(db, { purpose: "sign-in-code", isSecret: true });
  await queue(db, { recipient: "jo@example.org, amy@example.org" }, later(1));
  await deliverMail(mailDeps(db, smtpTo(peer.url), later(16 * minute)));
  expect(peer.connections()).toBe(0);
  expect((await outbox(db)).map(({ status, lastError }) => [status, lastError])).toEqual([
    ["dead", "too late to be of use"],
    ["dead", "it has no address or no words"],
  ]);
});

test("a secret's words are erased once sent, another's are kept, a demonstration's are kept", async () => {
  const { db } = database;
  await queue(db, { isSecret: true });
  await queue(db, {}, later(-1));
  await deliverMail(mailDeps(db, smtpTo(peer.url)));
  await queue(db, { isSecret: true }, later(1));
  await deliverMail(
    mailDeps(db, { keepsSecrets: true, send: () => Promise.resolve({ kind: "sent" }) }, later(1)),
  );
  expect((await outbox(db)).map(({ body }) => body === null)).toEqual([false, true, false]);
});

test("told to stop, it takes nothing more", async () => {
  await queue(database.db);
  await deliverMail({ ...mailDeps(database.db, smtpTo(peer.url)), signal: AbortSignal.abort() });
  expect(peer.connections()).toBe(0);
  expect((await outbox(database.db))[0]).toMatchObject({ status: "queued", attempts: 0 });
});

test("told to stop while the server hangs, it does not wait for it, and the message is kept", async () => {
  await queue(database.db);
  peer.behave({ kind: "silent" });
  const stopping = new AbortController();
  const running = deliverMail({ ...mailDeps(database.db, smtpTo(peer.url)), signal: stopping.signal });
  while (peer.connections() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  stopping.abort();
  await running;
  expect((await outbox(database.db))[0]).toMatchObject({ status: "queued", unsureAttempts: 0 });
});

test("a transport that breaks is a failure nobody knows the end of, told without addresses", async () => {
  await queue(database.db);
  const broken = { keepsSecrets: false, send: () => Promise.reject(new Error("no way to jo@example.org")) };
  const { message, heard } = await deliverAt(noon, broken);
  expect(message).toMatchObject({ status: "queued", unsureAttempts: 1 });
  expect(heard.join()).toContain("no way to [address]");
});
