import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Anchor } from "#app/domain/audit/anchor.ts";
import { findingInWords } from "#app/domain/audit/finding.ts";
import { anchorAudit } from "#app/services/audit/anchor-audit.server.ts";
import { readAnchors } from "#app/services/audit/anchor-file.server.ts";
import { sealAudit } from "#app/services/audit/seal-audit.server.ts";
import { SealBroken } from "#app/services/audit/sealed-file.server.ts";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { verifySealed } from "#app/services/audit/verify-sealed.server.ts";
import { auditHead } from "#db/queries/audit.ts";
import { emptyAuditRecord } from "#db/queries/backup.ts";
import { auditEvents, auditSeals } from "#db/schema/audit.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";
import { anchorNow, asDatabaseOwner, findings, recordRows } from "./audit-record.ts";

const old = new Date("2020-01-01T09:00:00Z");
const recent = new Date("2026-03-01T09:00:00Z");
const now = new Date("2026-03-02T09:00:00Z");
const sixYears = new Date("2020-03-02T09:00:00Z");
const key = Buffer.alloc(32, 7);
let database: TestDatabase;
let folder = "";

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.transaction(emptyAuditRecord);
  folder = mkdtempSync(join(tmpdir(), "sealed-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const sealDeps = () => ({ db: database.db, now, signal: new AbortController().signal, folder });
const verdictOn = (path: string, anchors: readonly Anchor[] = []) =>
  verifySealed(testJob(database.db), path, anchors);
const flaws = async (path: string, anchors: readonly Anchor[] = []) =>
  (await verdictOn(path, anchors)).findings
    .map(findingInWords)
    .map(({ where, message }) => `${where}: ${message}`);

describe("an anchor", () => {
  const place = () => ({ file: join(folder, "anchors.ndjson"), key });

  it("is the head, in the file and in the log", async () => {
    const logged: Anchor[] = [];
    const deps = { db: database.db, now, ...place(), log: (anchor: Anchor) => logged.push(anchor) };
    expect(await anchorAudit(deps)).toBeNull();
    await recordRows(database.db, 3);
    const anchor = await anchorAudit(deps);
    expect(anchor).toMatchObject({ kind: "head", number: 3, at: now.toISOString() });
    expect(anchor?.hash).toBe((await auditHead(database.db))?.hash);
    expect(logged).toEqual([anchor]);
    expect((await readAnchors(place()))?.anchors).toEqual([anchor]);
  });
});

describe("rows older than six years", () => {
  beforeEach(async () => {
    await recordRows(database.db, 20, old);
    await recordRows(database.db, 5, recent);
  });

  it("leave as a sealed file, and the record begins after them", async () => {
    const anchor = await anchorNow(database.db);
    const [segment] = await sealAudit(sealDeps(), sixYears);
    expect(segment).toMatchObject({ first: 1, last: 20 });
    const path = segment?.path ?? "";
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await database.db.$count(auditEvents)).toBe(6);
    expect(await verifyAudit(testJob(database.db), [anchor])).toMatchObject({
      rows: 6,
      sealedTo: 20,
      anchors: 1,
      findings: [],
    });
    expect(await verdictOn(path, [anchor])).toMatchObject({
      first: 1,
      last: 20,
      rows: 20,
      isOfThisRecord: true,
      findings: [],
    });
    const [entry] = await database.db
      .select()
      .from(auditEvents)
      .where(sql`${auditEvents.number} = 26`);
    expect(entry).toMatchObject({
      action: "audit.seal",
      actorKind: "system",
      details: { first: 1, last: 20 },
    });
    // And the record goes on, guarded as before.
    await recordRows(database.db, 2);
    expect(await findings(database.db)).toEqual([]);
  });

  it("leave nothing behind when asked again", async () => {
    await sealAudit(sealDeps(), sixYears);
    expect(await sealAudit(sealDeps(), sixYears)).toEqual([]);
    expect(await database.db.$count(auditSeals)).toBe(1);
  });

  it("leave in segments that follow from each other", async () => {
    await sealAudit(sealDeps(), new Date(old.getTime() + 8_000));
    const [second] = await sealAudit(sealDeps(), sixYears);
    expect(second).toMatchObject({ first: 9, last: 20 });
    expect(await verdictOn(second?.path ?? "")).toMatchObject({ isOfThisRecord: true, findings: [] });
    expect(await findings(database.db)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual([
      "audit-0000000001-0000000008.ndjson.gz",
      "audit-0000000009-0000000020.ndjson.gz",
    ]);
  });

  it("all leave when all are old, and the next row follows from the seal", async () => {
    await sealAudit(sealDeps(), new Date("2026-06-01T00:00:00Z"));
    expect(await database.db.$count(auditEvents)).toBe(1);
    expect((await auditHead(database.db))?.number).toBe(26);
    expect(await findings(database.db)).toEqual([]);
  });

  it("stay when they are not as they were written", async () => {
    await asDatabaseOwner(database.db, sql`update audit_events set reason = 'other' where number = 7`);
    await expect(sealAudit(sealDeps(), sixYears)).rejects.toThrow(SealBroken);
    expect(await database.db.$count(auditEvents)).toBe(25);
    expect(await database.db.$count(auditSeals)).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("stay when one of them is missing", async () => {
    await asDatabaseOwner(database.db, sql`delete from audit_events where number = 20`);
    await expect(sealAudit(sealDeps(), sixYears)).rejects.toThrow("row 20 not in the file");
    await expect(sealAudit(sealDeps(), new Date("2026-06-01T00:00:00Z"))).rejects.toThrow("row 20 deleted");
    expect(await database.db.$count(auditEvents)).toBe(24);
  });

  it("are found out when the file is changed, cut or made anew", async () => {
    const anchors = [{ ...(await anchorNow(database.db)), number: 20 }];
    const [segment] = await sealAudit(sealDeps(), sixYears);
    const path = segment?.path ?? "";
    const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split("\n");
    const rewrite = (changed: readonly string[]) => {
      writeFileSync(path, gzipSync(`${changed.join("\n")}\n`));
    };
    rewrite(lines.map((line) => line.replace('"row": 4', '"row": 5')));
    expect(await flaws(path)).toEqual(["row 5: was edited"]);
    rewrite(lines.filter((_, line) => line !== 5));
    expect(await flaws(path)).toEqual(["row 5: deleted: later rows are there"]);
    rewrite(lines.slice(0, -1));
    expect(await flaws(path)).toEqual(["row 20: not in the file, which says it holds them"]);
    rewrite(lines);
    expect(await flaws(path, anchors)).toEqual([
      `row 20: is not the row that was anchored at ${anchors[0]?.at ?? ""}: the record was made anew`,
    ]);
    // Whole, but not the bytes that were sealed.
    writeFileSync(path, gzipSync(`${lines.join("\n")}\n`, { level: 1 }));
    expect(await verdictOn(path)).toMatchObject({ isOfThisRecord: false, findings: [] });
    writeFileSync(path, "hello");
    await expect(verdictOn(path)).rejects.toThrow(SealBroken);
  });
});
