import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { platform, visitor, type Actor } from "#app/domain/actor.ts";
import { anchorAudit } from "#app/services/audit/anchor-audit.server.ts";
import { readAnchors } from "#app/services/audit/anchor-file.server.ts";
import { sealAudit } from "#app/services/audit/seal-audit.server.ts";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { createBackup } from "#app/services/backup/create-backup.server.ts";
import { restoreBackup } from "#app/services/backup/restore-backup.server.ts";
import { allTables, backupTables, emptyAllTables, emptyAuditRecord } from "#db/queries/backup.ts";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";
import { asDatabaseOwner, findings, rebuildFrom, recordRows } from "./audit-record.ts";

const now = new Date("2026-03-02T09:00:00Z");
const later = new Date("2026-03-02T12:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "restore-drill-"));
const key = Buffer.alloc(32, 3);
const momentary = ["sessions", "email_codes", "challenges", "allowances"];
let database: TestDatabase;
let place = { file: "", key };
let files = 0;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  files += 1;
  place = { file: join(folder, `anchors-${files}.ndjson`), key };
  await database.db.transaction(async (tx) => {
    await emptyAllTables(tx);
    await emptyAuditRecord(tx);
  });
  await fillDemonstration(database.db, now, () => undefined);
  await database.db.transaction(emptyAuditRecord);
  await addPeopleWhoSignIn(database.db);
  await recordRows(database.db, 10);
});

async function addPeopleWhoSignIn(db: Db) {
  const [account] = await db
    .insert(schema.accounts)
    .values({ kind: "resident", status: "active", email: "someone@example.org", createdAt: now })
    .returning();
  const accountId = account?.id ?? "";
  await db.insert(schema.residents).values({ accountId, ageBand: "18+" });
  await db.insert(schema.sessions).values({
    referenceHash: "a session",
    accountId,
    method: "email-code",
    device: "Firefox",
    createdAt: now,
    lastSeenAt: now,
    authenticatedAt: now,
    expiresAt: later,
  });
  await db.insert(schema.emailCodes).values({
    purpose: "sign-in",
    email: "someone@example.org",
    emailKey: "key",
    codeHash: "a code",
    browserHash: "hash",
    createdAt: now,
    expiresAt: later,
  });
  await db
    .insert(schema.challenges)
    .values({ purpose: "second-factor", accountId, value: "v", browserHash: "h", expiresAt: later });
  await db.insert(schema.allowances).values({ key: "k", count: 1, windowEndsAt: later });
}

const anchor = () => anchorAudit({ db: database.db, now, ...place, log: () => undefined });
const back = () => createBackup({ db: database.db, now }, join(folder, String(files)));
const restore = (path: string, deps = {}) =>
  restoreBackup({ db: database.db, now: later, anchors: place, ...deps }, path, { replace: true });
const verdict = async () => verifyAudit(testJob(database.db), (await readAnchors(place))?.anchors ?? []);

/** How many rows each table has, and a digest of what is in them. */
async function contents(db: Db): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of await allTables(db)) {
    const [row] = rowsOf<{ digest: string }>(
      await db.execute(sql`
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
        from ${sql.identifier(table)} t`),
    );
    found[table] = row?.digest ?? "";
  }
  return found;
}

describe("the restore drill", () => {
  it("brings back what was there: every row, the record with its numbers and hashes, and one row that says so", async () => {
    const before = await contents(database.db);
    await anchor();
    const path = await back();
    await recordRows(database.db, 3, later);
    await anchor();
    // The wreck: rows gone, the record edited and made to agree with itself.
    await database.db.execute(sql`delete from residents`);
    await database.db.execute(sql`delete from contacts`);
    await asDatabaseOwner(
      database.db,
      sql`update audit_events set reason = 'other' where number = 4`,
      rebuildFrom(4),
    );
    expect((await verdict()).findings.map(({ kind }) => kind)).toContain("rebuilt");

    const { rows } = await restore(path);
    expect(rows).toBeGreaterThan(2_000);
    expect(await verdict()).toMatchObject({
      rows: 11,
      findings: [],
      givenUp: [{ at: later.toISOString(), first: 11, last: 13 }],
    });
    const [entry] = await database.db
      .select()
      .from(schema.auditEvents)
      .where(sql`number = 11`);
    expect(entry).toMatchObject({
      action: "backup.restore",
      actorKind: "system",
      details: { rows, keptTo: 10 },
    });
    // As it was, to the row, without the one row more and without what must not outlive its moment.
    await asDatabaseOwner(database.db, sql`delete from audit_events where number = 11`);
    const restored = await contents(database.db);
    for (const table of momentary) {
      expect(before[table]).not.toBe("0 ");
      expect(restored[table]).toBe("0 ");
    }
    const lasting = (found: Record<string, string>) =>
      Object.fromEntries(Object.entries(found).filter(([table]) => !momentary.includes(table)));
    expect(lasting(restored)).toEqual(lasting(before));
  });

  it("still finds what was tampered with before the backup was made", async () => {
    await anchor();
    await asDatabaseOwner(
      database.db,
      sql`update audit_events set reason = 'other' where number = 4`,
      rebuildFrom(4),
    );
    await restore(await back());
    expect((await verdict()).findings).toMatchObject([{ kind: "rebuilt", number: 10 }]);
  });

  it("accuses a restore that left no anchor", async () => {
    const path = await back();
    await recordRows(database.db, 3, later);
    await anchor();
    await restoreBackup({ db: database.db, now: later }, path, { replace: true });
    expect((await verdict()).findings).toMatchObject([{ kind: "truncated", number: 12, last: 13 }]);
  });

  it("into a new database knows from the anchors what was lost", async () => {
    const path = await back();
    await recordRows(database.db, 3, later);
    await anchor();
    const other = await openTestDatabase();
    try {
      await restoreBackup({ db: other.db, now: later, anchors: place }, path, { replace: false });
      const { anchors = [] } = (await readAnchors(place)) ?? {};
      expect(await verifyAudit(testJob(other.db), anchors)).toMatchObject({
        rows: 11,
        findings: [],
        givenUp: [{ first: 11, last: 13 }],
      });
      // The record goes on, guarded, and rows are hidden from whoever may not read them.
      await recordRows(other.db, 2, later);
      expect(await findings(other.db, anchors)).toEqual([]);
      await expect(other.db.execute(sql`delete from audit_events`)).rejects.toMatchObject({
        cause: { code: "42501" },
      });
      const residents = await database.db.$count(schema.residents);
      const seenBy = (actor: Actor) => withActor(other.db, actor, (tx) => tx.$count(schema.residents));
      expect([await seenBy(platform()), await seenBy(visitor())]).toEqual([residents, 0]);
    } finally {
      await other.close();
    }
  });

  it("works on a record whose old rows were sealed", async () => {
    const signal = new AbortController().signal;
    await sealAudit(
      { db: database.db, now, signal, folder: join(folder, "sealed") },
      new Date("2026-03-02T09:00:05Z"),
    );
    await anchor();
    const path = await back();
    await restore(path);
    expect(await verdict()).toMatchObject({ sealedTo: 5, findings: [], givenUp: [] });
    expect(await database.db.$count(schema.auditSeals)).toBe(1);
  });

  it("is whole or not at all", async () => {
    const path = await back();
    await recordRows(database.db, 2, later);
    const before = await contents(database.db);
    // Nothing can be appended to a folder.
    const anchors = { file: folder, key };
    await expect(restore(path, { anchors })).rejects.toThrow("EISDIR");
    expect(await contents(database.db)).toEqual(before);
    expect(await findings(database.db)).toEqual([]);
  });

  it("asks for --replace where people have accounts, even when nothing was imported", async () => {
    const path = await back();
    await database.db.transaction(emptyAllTables);
    await expect(
      restoreBackup({ db: database.db, now: later, anchors: place }, path, { replace: false }),
    ).rejects.toThrow("not empty");
    await database.db.transaction(emptyAuditRecord);
    await restoreBackup({ db: database.db, now: later, anchors: place }, path, { replace: false });
  });
});

describe("a backup", () => {
  it("holds nothing of what must not outlive its moment", async () => {
    expect(await backupTables(database.db)).not.toEqual(expect.arrayContaining(momentary));
    const text = gunzipSync(readFileSync(await back())).toString();
    expect(text).toContain('"table":"audit_events"');
    for (const table of momentary) expect(text).not.toContain(`"table":"${table}"`);
  });

  it("holds every row of a table of many pages, once", async () => {
    const many = 30_000;
    await database.db.execute(sql`
      insert into mail_stops (email_key, purpose, stopped_at)
      select md5(n::text), 'team-news', now() from generate_series(1, ${many}::int) n`);
    const before = (await contents(database.db))["mail_stops"];
    await restore(await back());
    expect((await contents(database.db))["mail_stops"]).toBe(before);
    expect(await database.db.$count(schema.mailStops)).toBe(many);
  });
});

describe("a refilled demonstration", () => {
  it("keeps its audit record, although nothing else stays", async () => {
    await anchor();
    await fillDemonstration(database.db, new Date(now.getTime() + 8 * 86_400_000), () => undefined);
    expect(await database.db.$count(schema.allowances)).toBe(0);
    const { rows, findings } = await verdict();
    expect(rows).toBeGreaterThanOrEqual(10);
    expect(findings).toEqual([]);
  });
});
