import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { unsubscribeToken, type Stop } from "#app/services/mail/unsubscribe-token.server.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { mailStops, messages } from "#db/schema/mail.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, testKeys, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { mailDeps, noon, outbox, queue } from "./mail-outbox.ts";

let database: TestDatabase;
let server: ListeningServer;

beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(messages);
  await database.db.delete(mailStops);
  server = await listenForTest(database.db);
});
afterEach(() => server.close());

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

describe("the page behind an unsubscribe link", () => {
  const emailKey = emailKeyOf(testKeys, "jo@example.org");
  const link = (purpose: Stop["purpose"]) =>
    `${server.url}/unsubscribe/${unsubscribeToken(testKeys, { emailKey, purpose })}`;
  const stops = async () => (await database.db.select().from(mailStops)).map(({ purpose }) => purpose).sort();

  test("asks first: reading it, however often, stops nothing", async () => {
    const answer = await fetch(link("concern-update"));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    const page = await answer.text();
    expect(page).toContain("You will get no more emails about your concern");
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(await stops()).toEqual([]);
  });

  test("stops at one click of a mail program, from any site, without a cookie, and once is enough", async () => {
    for (const foreign of [{}, { Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" }]) {
      const answer = await fetch(link("concern-update"), {
        method: "POST",
        headers: { ...foreign, Cookie: "session=somebody" },
        body: form({ "List-Unsubscribe": "One-Click" }),
        redirect: "manual",
      });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("You have stopped these emails");
    }
    expect(await stops()).toEqual(["concern-update"]);
    const audited = database.db.$count(auditEvents, eq(auditEvents.action, "mail.stop"));
    expect(await audited).toBe(1);
  });

  test("takes a multipart click too", async () => {
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    expect((await fetch(link("team-news"), { method: "POST", body })).status).toBe(200);
    expect(await stops()).toEqual(["team-news"]);
  });

  test("stops everything when asked to", async () => {
    const answer = await fetch(link("team-news"), { method: "POST", body: form({ what: "all" }) });
    expect(await answer.text()).toContain("no more emails but those you need");
    expect(await stops()).toEqual(["all"]);
  });

  test.each(["GET", "POST"])("says so plainly when the link is no good (%s)", async (method) => {
    const answer = await fetch(link("team-news").slice(0, -3), {
      method,
      ...(method === "POST" ? { body: form({ "List-Unsubscribe": "One-Click" }) } : {}),
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("This link does not work");
    expect(await stops()).toEqual([]);
  });
});

describe("the emails of a demonstration", () => {
  test("can be read, codes too, the latest first, with the ending that says how to stop them", async () => {
    await queue(database.db, { subject: "An older one" });
    const id = await queue(
      database.db,
      { purpose: "sign-in-code", subject: "Your code", body: "It is 123456.", isSecret: true },
      new Date(noon.getTime() + 1),
    );
    const news = await queue(database.db, { purpose: "team-news", subject: "News" }, new Date(0));
    await deliverMail(
      mailDeps(database.db, { keepsSecrets: true, send: () => Promise.resolve({ kind: "sent" }) }),
    );
    const list = await (await fetch(`${server.url}/demo/mail`)).text();
    expect(list.indexOf("Your code")).toBeGreaterThan(0);
    expect(list.indexOf("Your code")).toBeLessThan(list.indexOf("An older one"));
    expect(await (await fetch(`${server.url}/demo/mail/${id}`)).text()).toContain("It is 123456.");
    expect(await (await fetch(`${server.url}/demo/mail/${news}`)).text()).toMatch(
      /href="http:\/\/localhost:\d+\/unsubscribe\/[\w-]+"/,
    );
  });

  test.each(["/demo/mail/nonsense", "/demo/mail/6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01"])(
    "%s is not there",
    async (path) => {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    },
  );

  test("are nowhere in a real force", async () => {
    const id = await queue(database.db);
    const real = await listenForTest(database.db, { DEMO: "off", NODE_ENV: "test" });
    for (const path of ["/demo/mail", `/demo/mail/${id}`])
      expect((await fetch(`${real.url}${path}`)).status).toBe(404);
    await real.close();
  });
});

describe("the emails that could not be sent", () => {
  const visit = (cookie: string, fields?: Record<string, string>) =>
    fetch(`${server.url}/staff/mail`, {
      redirect: "manual",
      headers: { Cookie: cookie, ...(fields === undefined ? {} : { Origin: server.url }) },
      ...(fields === undefined ? {} : { method: "POST", body: form(fields) }),
    });
  /** Queues one that is refused for good. */
  async function deadMessage(): Promise<string> {
    const id = await queue(database.db, { recipient: "jo.smith@example.org", body: "A private word." });
    await deliverMail(
      mailDeps(database.db, {
        keepsSecrets: false,
        send: () => Promise.resolve({ kind: "permanent", error: "550 <[address]> no such mailbox" }),
      }),
    );
    return id;
  }
  const auditOf = async (id: string) =>
    (await database.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id))).map(
      ({ action }) => action,
    );

  test("are shown with why, and without who", async () => {
    const { cookie } = await signedInAs(database.db, "administrator");
    await deadMessage();
    await queue(database.db);
    const page = await (await visit(cookie)).text();
    expect(page).toContain("no such mailbox");
    expect(page).toContain("example.org");
    expect(page).not.toMatch(/jo\.smith|A private word/);
    expect(page).toMatch(/1, the oldest since 1 June 2026 at 1:00pm/);
  });

  test("go again, and are recorded", async () => {
    const { cookie } = await signedInAs(database.db, "administrator");
    const id = await deadMessage();
    const answer = await visit(cookie, { intent: "retry", id });
    expect(answer.headers.get("Location")).toBe("/staff/mail?done=retried");
    expect((await outbox(database.db))[0]).toMatchObject({
      status: "queued",
      attempts: 1,
      unsureAttempts: 0,
    });
    expect(await auditOf(id)).toEqual(["mail.retry"]);
    expect((await visit(cookie, { intent: "retry", id })).headers.get("Location")).toBe(
      "/staff/mail?done=gone",
    );
    expect(await auditOf(id)).toEqual(["mail.retry"]);
  });

  test("go again all at once", async () => {
    const { cookie } = await signedInAs(database.db, "administrator");
    await deadMessage();
    await deadMessage();
    const answer = await visit(cookie, { intent: "retry-all" });
    expect(answer.headers.get("Location")).toBe("/staff/mail?done=all-retried");
    expect((await outbox(database.db)).map(({ status }) => status)).toEqual(["queued", "queued"]);
  });

  test("are given up, and nothing of what they said is kept", async () => {
    const { cookie } = await signedInAs(database.db, "administrator");
    const id = await deadMessage();
    await visit(cookie, { intent: "drop", id });
    expect((await outbox(database.db))[0]).toMatchObject({
      status: "dropped",
      recipient: null,
      subject: null,
      body: null,
    });
    expect(await auditOf(id)).toEqual(["mail.drop"]);
  });

  test.each([
    { intent: "retry", id: "nonsense" },
    { intent: "erase", id: "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01" },
    {},
  ])("a form that no page of ours sends (%j) is refused", async (fields) => {
    const { cookie } = await signedInAs(database.db, "administrator");
    expect((await visit(cookie, fields)).status).toBe(404);
  });

  test.each<Role>(["sergeant", "partner", "resident"])("are no business of a %s", async (role) => {
    const { cookie } = await signedInAs(database.db, role);
    const id = await deadMessage();
    expect((await visit(cookie)).status).toBe(403);
    expect((await visit(cookie, { intent: "drop", id })).status).toBe(403);
    expect((await outbox(database.db))[0]?.status).toBe("dead");
  });

  test("are no visitor's", async () => {
    const answer = await fetch(`${server.url}/staff/mail`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      302,
      "/staff/sign-in?next=%2Fstaff%2Fmail",
    ]);
  });
});
