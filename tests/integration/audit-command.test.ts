import { retentionSchedule } from "#app/domain/retention/schedule.ts";
import { appendFileSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ownAnchors } from "#app/cli/audit.ts";
import { commands } from "#app/cli/commands.ts";
import { runJob } from "#app/cli/run-job.ts";
import { anchorAudit } from "#app/services/audit/anchor-audit.server.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";
import { asDatabaseOwner, recordRows } from "./audit-record.ts";

let database: TestDatabase;
let folder = "";

beforeEach(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "audit-command-"));
  vi.stubEnv("DATA_DIR", folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await database.close();
  rmSync(folder, { recursive: true });
});

async function run(noun: string, verb: string, input: Readonly<Record<string, unknown>> = {}) {
  const command = commands.find((command) => command.noun === noun && command.verb === verb);
  if (command === undefined) throw new Error(`There is no ${noun} ${verb}.`);
  const job = testJob(database.db);
  const outcome = await runJob(command, input, job, (error) => {
    throw error;
  });
  return { outcome, said: job.said };
}
const anchor = () =>
  anchorAudit({
    db: database.db,
    now: new Date("2026-06-01T11:00:00Z"),
    ...ownAnchors(),
    log: () => undefined,
  });

test("audit verify says that all is well, and what it could not look at", async () => {
  await recordRows(database.db, 3);
  expect(await run("audit", "verify")).toEqual({
    outcome: { kind: "done" },
    said: [
      "There are no anchors: rows cut off at the end, or a record made anew, cannot be found.",
      "The audit record is as it was written: 3 rows, 0 anchors.",
    ],
  });
  await anchor();
  expect((await run("audit", "verify")).said).toEqual([
    "The audit record is as it was written: 3 rows, 1 anchor.",
  ]);
});

test("audit verify refuses a record that was cut, with the anchors of the data folder and with a copy", async () => {
  await recordRows(database.db, 3);
  await anchor();
  const copy = join(folder, "copy.ndjson");
  copyFileSync(ownAnchors().file, copy);
  await asDatabaseOwner(database.db, sql`delete from audit_events where number = 3`);
  const refused = {
    kind: "refused",
    summary: "The audit record is not as it was written: 1 finding.",
    problems: [{ where: "row 3", message: "cut off: they were anchored, and the record ends before them" }],
  };
  expect((await run("audit", "verify")).outcome).toEqual(refused);
  rmSync(ownAnchors().file);
  expect((await run("audit", "verify", { anchors: copy })).outcome).toEqual(refused);
  expect((await run("audit", "verify", { anchors: join(folder, "none") })).outcome).toMatchObject({
    kind: "refused",
    problems: [],
  });
});

test("audit verify names lines of the anchors that are not this installation's", async () => {
  await recordRows(database.db, 1);
  await anchor();
  vi.stubEnv("SESSION_SECRET", "another secret of more than 32 characters");
  appendFileSync(ownAnchors().file, "half a li");
  const { outcome, said } = await run("audit", "verify");
  expect(said).toEqual(["Line 2 of the anchors cannot be read; it was passed over."]);
  expect(outcome).toMatchObject({
    kind: "refused",
    problems: [{ where: "line 1 of the anchors", message: "is not signed with this installation's secret" }],
  });
});

test("a restore by the command line is told by audit verify, and is no finding", async () => {
  await recordRows(database.db, 3);
  const created = await run("backup", "create", { folder: join(folder, "backups") });
  const file = created.said[0]?.replace("Written: ", "") ?? "";
  await recordRows(database.db, 2);
  await anchor();
  expect((await run("backup", "restore", { file, replace: true })).outcome).toEqual({ kind: "done" });
  expect(await run("audit", "verify")).toEqual({
    outcome: { kind: "done" },
    said: [
      "A backup was restored at 2026-06-01T12:00:00.000Z: rows 4 to 5 of the record until then were given up.",
      "The audit record is as it was written: 4 rows, 1 anchor.",
    ],
  });
});

test("retention run --dry-run lists the whole schedule; a real run seals, and the sealed file verifies", async () => {
  await recordRows(database.db, 2, new Date("2019-01-01T00:00:00Z"));
  const dry = await run("retention", "run", { dryRun: true });
  expect(dry.said).toHaveLength(retentionSchedule.length + 1);
  expect(dry.said).toContain("2 rows of the audit record to be sealed: kept 6 years after they are written");
  expect(dry.said.at(-1)).toBe("Nothing was changed.");
  expect((await run("retention", "run")).outcome).toEqual({ kind: "done" });
  const sealed = join(folder, "audit-sealed/audit-0000000001-0000000002.ndjson.gz");
  expect((await run("audit", "verify", { sealed })).said.slice(-2)).toEqual([
    "The file is the one that the record's seal names.",
    "The rows are as they were written: 1 to 2.",
  ]);
  expect((await run("audit", "verify")).said).toContain(
    "The record begins after row 2: older rows left as sealed files.",
  );
});
