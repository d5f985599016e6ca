import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runRetention } from "#app/services/retention/run-retention.server.ts";
import { emptyAllTables, emptyAuditRecord } from "#db/queries/backup.ts";
import * as schema from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { asDatabaseOwner, findings, recordRows } from "./audit-record.ts";
import { ago, now, retentionOn } from "./retention-runner.ts";

const folder = mkdtempSync(join(tmpdir(), "retention-"));
let database: TestDatabase;
const { run, expectTaken } = retentionOn(() => database.db, folder);

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await database.db.transaction(async (tx) => {
    await emptyAllTables(tx);
    await emptyAuditRecord(tx);
  });
});

describe("just before and just after the limit", () => {
  it("emailed codes go a day after they expire", async () => {
    const code = (expiresAt: Date) => ({
      purpose: "sign-in" as const,
      email: "someone@example.org",
      emailKey: "key",
      codeHash: "hash",
      browserHash: "hash",
      createdAt: ago(2),
      expiresAt,
    });
    await database.db.insert(schema.emailCodes).values([code(ago(1)), code(ago(1, 1))]);
    await expectTaken({ "email-codes": 1 });
    expect(await database.db.$count(schema.emailCodes, eq(schema.emailCodes.expiresAt, ago(1)))).toBe(1);
  });

  it("unfinished sign-in steps go a day after they expire", async () => {
    const step = (expiresAt: Date) => ({
      purpose: "second-factor" as const,
      value: "value",
      browserHash: "hash",
      expiresAt,
    });
    await database.db.insert(schema.challenges).values([step(ago(1)), step(ago(1, 1))]);
    await expectTaken({ challenges: 1 });
  });

  it("sessions go 30 days after they ended, whichever way", async () => {
    const accountId = crypto.randomUUID();
    await database.db
      .insert(schema.accounts)
      .values({ id: accountId, kind: "resident", status: "active", createdAt: ago(60) });
    const session = (expiresAt: Date, endedAt: Date | null) => ({
      referenceHash: crypto.randomUUID(),
      accountId,
      method: "email-code" as const,
      device: "Firefox",
      createdAt: ago(60),
      lastSeenAt: ago(60),
      authenticatedAt: ago(60),
      expiresAt,
      endedAt,
    });
    await database.db
      .insert(schema.sessions)
      .values([
        session(ago(30), null),
        session(ago(30, 1), null),
        session(ago(10), ago(30)),
        session(ago(10), ago(30, 1)),
        session(ago(-1), null),
      ]);
    await expectTaken({ sessions: 2 });
  });

  it("allowances go when their window is past", async () => {
    const allowance = (key: string, windowEndsAt: Date) => ({ key, count: 1, windowEndsAt });
    await database.db.insert(schema.allowances).values([allowance("a", now), allowance("b", ago(0, 1))]);
    await expectTaken({ allowances: 1 });
  });

  it("messages lose their text after 7 days and go after 90; dead ones keep it 90 days; waiting ones stay", async () => {
    const message = (id: number, status: "queued" | "sent" | "stopped" | "dead", at: Date) => ({
      id: `00000000-0000-4000-8000-00000000000${id}`,
      purpose: "account-notice",
      recipient: "someone@example.org",
      subject: "Subject",
      body: "Body",
      isSecret: false,
      status,
      nextAttemptAt: at,
      createdAt: status === "sent" ? ago(400) : at,
      sentAt: status === "sent" ? at : null,
    });
    await database.db
      .insert(schema.messages)
      .values([
        message(1, "sent", ago(7)),
        message(2, "sent", ago(7, 1)),
        message(3, "sent", ago(90)),
        message(4, "sent", ago(90, 1)),
        message(5, "stopped", ago(7, 1)),
        message(6, "dead", ago(90)),
        message(7, "dead", ago(90, 1)),
        message(8, "queued", ago(100)),
      ]);
    // A dry run counts a message for both of its rules: nothing has gone in between.
    expect(await run(true)).toEqual({ "message-texts": 4, messages: 1, "dead-messages": 1 });
    expect(await run()).toEqual({ "message-texts": 4, messages: 1, "dead-messages": 1 });
    expect(await run(true)).toEqual({});
    const left = await database.db
      .select({ id: schema.messages.id, recipient: schema.messages.recipient, body: schema.messages.body })
      .from(schema.messages)
      .orderBy(schema.messages.id);
    expect(left.map(({ id, recipient, body }) => [id.slice(-1), recipient === null, body === null])).toEqual([
      ["1", false, false],
      ["2", true, true],
      ["3", true, true],
      ["5", true, true],
      ["6", false, false],
      ["8", false, false],
    ]);
  });

  it("invitations lose their address once they are over and go a year later", async () => {
    const invitation = (values: Partial<typeof schema.invitations.$inferInsert>) => ({
      tokenHash: crypto.randomUUID(),
      kind: "partner" as const,
      email: "someone@example.org",
      emailKey: "key",
      invitedBy: crypto.randomUUID(),
      createdAt: ago(800),
      expiresAt: ago(-7),
      ...values,
    });
    await database.db
      .insert(schema.invitations)
      .values([
        invitation({}),
        invitation({ expiresAt: new Date(now.getTime() + 1) }),
        invitation({ expiresAt: now }),
        invitation({ acceptedAt: ago(1) }),
        invitation({ withdrawnAt: ago(1) }),
        invitation({ acceptedAt: ago(365), email: null }),
        invitation({ acceptedAt: ago(365, 1), email: null }),
      ]);
    await expectTaken({ "invitation-addresses": 3, invitations: 1 });
    expect(await database.db.$count(schema.invitations, sql`email is not null`)).toBe(2);
  });

  it("rows of the audit record leave after six years, sealed", async () => {
    await recordRows(database.db, 3, new Date("2020-03-02T08:59:57Z"));
    await recordRows(database.db, 1, new Date("2020-03-02T09:00:00Z"));
    await expectTaken({ audit: 3 });
    expect(readdirSync(folder)).toEqual(["audit-0000000001-0000000003.ndjson.gz"]);
    expect(await findings(database.db)).toEqual([]);
  });
});

describe("a run", () => {
  const spent = (rows: number) =>
    Array.from({ length: rows }, (_, key) => ({ key: `key ${key}`, count: 1, windowEndsAt: ago(1) }));

  it("that is dry changes nothing", async () => {
    await database.db.insert(schema.allowances).values(spent(3));
    await run(true);
    expect(await database.db.$count(schema.allowances)).toBe(3);
    for (const table of [schema.retentionRuns, schema.auditEvents])
      expect(await database.db.$count(table)).toBe(0);
  });

  it("goes batch by batch to the end, and records what it did", async () => {
    await database.db.insert(schema.allowances).values(spent(450));
    expect(await run()).toEqual({ allowances: 450 });
    const [noted] = await database.db.select().from(schema.retentionRuns);
    expect(noted).toMatchObject({ at: now, counts: { allowances: 450, sessions: 0 } });
    const audited = await database.db.select().from(schema.auditEvents);
    expect(audited).toMatchObject([
      { action: "retention.run", subjectId: noted?.id, actorKind: "system", details: { allowances: 450 } },
    ]);
  });

  it("that is stopped keeps what it did, noted", async () => {
    await database.db.insert(schema.allowances).values(spent(5));
    const stopping = new AbortController();
    stopping.abort();
    const deps = { db: database.db, now, sealFolder: folder, signal: stopping.signal };
    await expect(runRetention(deps, { isDryRun: false })).rejects.toThrow();
    expect(await database.db.$count(schema.allowances)).toBe(5);
    expect(await database.db.$count(schema.retentionRuns)).toBe(1);
  });

  it("leaves an audit record alone that was tampered with, and does the rest", async () => {
    await recordRows(database.db, 3, new Date("2019-01-01T00:00:00Z"));
    await asDatabaseOwner(database.db, sql`update audit_events set reason = 'other' where number = 2`);
    await database.db.insert(schema.allowances).values(spent(2));
    const deps = { db: database.db, now, sealFolder: folder, signal: new AbortController().signal };
    const { rules, problem } = await runRetention(deps, { isDryRun: false });
    expect(problem).toContain("row 2 was edited");
    expect(rules.filter(({ count }) => count > 0).map(({ rule }) => rule.id)).toEqual(["allowances"]);
    expect(await database.db.$count(schema.auditEvents, inArray(schema.auditEvents.number, [1, 2, 3]))).toBe(
      3,
    );
  });
});
