import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { migrationsFolder } from "#app/server/package-root.ts";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { moveToPostgres } from "#app/services/database/move-to-postgres.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { openDatabase } from "#db/client.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { auditHead, recordAudit } from "#db/queries/audit.ts";
import { withoutTriggers } from "#db/queries/backup.ts";
import { countRows, findFilledTables, readSequences, tableNames } from "#db/queries/move.ts";
import { rowsOf } from "#db/queries/rows.ts";
import type { Db, OpenDatabase } from "#db/types.ts";
import { testJob } from "#tests/support/job.ts";
import { signedInAs } from "#tests/support/people.ts";
import { startServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { loadEditionA, runData } from "./killed-import.ts";

const server = new URL(process.env["TEST_DATABASE_URL"] ?? "");
const administrator = postgres(server.href, { max: 1, onnotice: () => undefined });
const made: string[] = [];
// Owns its databases and is nobody else: what a force's administrator gives it.
const owner = `owner_${randomUUID().replaceAll("-", "")}`;
const folder = mkdtempSync(join(tmpdir(), "move-"));
let source: OpenDatabase;

/** The address of a new, empty database. */
async function newTarget(): Promise<string> {
  const name = `move_${randomUUID().replaceAll("-", "")}`;
  made.push(name);
  await administrator`create database ${administrator(name)} owner ${administrator(owner)}`;
  const url = new URL(server.href);
  url.username = owner;
  url.pathname = `/${name}`;
  return url.href;
}

async function use<Value>(url: string, work: (db: Db) => Promise<Value>): Promise<Value> {
  const target = await openDatabase({ url, dataDir: "", migrationsFolder });
  return work(target.db).finally(() => target.close());
}

const move = (url: string, job = testJob(source.db)) => moveToPostgres(job, { url, migrationsFolder });

const anchorOf = (head: { number: number; hash: string }) => ({
  kind: "head" as const,
  ...head,
  at: "2026-06-01T12:00:00.000Z",
  before: null,
});

/** Every table's name and number of rows. */
async function counts(db: Db): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await tableNames(db)) found[table] = await countRows(db, table);
  return found;
}

beforeAll(async () => {
  await ensureBuilt();
  await administrator`create role ${administrator(owner)} login`;
  await administrator`do $$ begin create role safer_neighbourhoods nologin; exception when duplicate_object then null; end $$`;
  await administrator`grant safer_neighbourhoods to ${administrator(owner)}`;
  source = await openDatabase({ url: null, dataDir: join(folder, "source"), migrationsFolder });
  await loadEditionA(source.db);
  await signedInAs(source.db, "inspector");
  await source.db.transaction(async (tx) => {
    const mail = { accountId: null, recipient: "jo@example.org", subject: 'S’s \\ "x"', body: "é\n\t😀" };
    await queueMail(tx, new Date("2026-03-29T01:30:00.123Z"), { ...mail, purpose: "account-notice" });
    await takeAllowance(tx, "a", { limit: 1, windowSeconds: 60 }, new Date());
    await recordAudit(tx, platform(), new Date(), {
      action: "backup.restore",
      subjectKind: "test",
      subjectId: null,
      details: { count: 1.5, words: 'é \\ "', isSo: true, none: null },
    });
  });
});
afterAll(async () => {
  await source.close();
  for (const name of made) await administrator`drop database if exists ${administrator(name)} with (force)`;
  await administrator`drop role ${administrator(owner)}`;
  await administrator.end();
  rmSync(folder, { recursive: true });
});

describe("everything", () => {
  let url: string;
  beforeAll(async () => {
    url = await newTarget();
    const job = testJob(source.db);
    await move(url, job);
    expect(job.said.join("\n")).toMatch(/^Moved: [\d,]+ rows\. Each was read back and is the same\./);
    expect(new Set(job.progressed.map(({ stage }) => stage))).toEqual(
      new Set(["Copying", "Checking", "Checking the audit record"]),
    );
    expect(job.progressed.at(-1)?.done).toBe(job.progressed.at(-1)?.total);
  });

  test("arrives, postcodes, sessions and messages too", async () => {
    const ours = await counts(source.db);
    expect(ours["postcodes"]).toBeGreaterThan(1_000);
    for (const table of ["sessions", "messages", "allowances", "audit_events", "neighbourhoods"])
      expect(ours[table], table).toBeGreaterThan(0);
    // One row more says that it was moved.
    expect(await use(url, counts)).toEqual({ ...ours, audit_events: (ours["audit_events"] ?? 0) + 1 });
  });

  test("arrives with the hashes of the audit record, which goes on from there", async () => {
    const before = await auditHead(source.db);
    await use(url, async (db) => {
      const rows = rowsOf<{ number: number; previous: string; action: string }>(
        await db.execute(
          sql`select number::int, previous, action from audit_events order by audit_events.number desc limit 1`,
        ),
      );
      expect(rows).toEqual([
        { number: (before?.number ?? 0) + 1, previous: before?.hash, action: "database.move" },
      ]);
      const verdict = await verifyAudit(testJob(db), before === null ? [] : [anchorOf(before)]);
      expect(verdict).toMatchObject({ rows: (before?.number ?? 0) + 1, anchors: 1, findings: [] });
      await expect(db.execute(sql`delete from audit_events`)).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    });
  });

  test("arrives with its rules: keys, policies and the next number of each sequence", async () => {
    const rules = async (db: Db) =>
      rowsOf(
        await db.execute(sql`
          select conname as name, contype::text as kind, pg_get_constraintdef(oid) as definition from pg_constraint
          where connamespace = current_schema()::regnamespace and contype <> 'n'
          union all select policyname, 'policy', coalesce(qual, with_check) from pg_policies
          union all select tgname || ' ' || tgrelid::regclass, 'trigger', tgenabled::text from pg_trigger
          where not tgisinternal
          order by 1, 2, 3`),
      );
    expect(await use(url, rules)).toEqual(await rules(source.db));
    const sequences = await readSequences(source.db);
    expect(sequences.length).toBeGreaterThan(0);
    expect(await use(url, readSequences)).toEqual(sequences);
  });

  test("is refused a second time, with the tables that are filled", async () => {
    await expect(move(url)).rejects.toMatchObject({
      name: "ImportRefused",
      problems: expect.arrayContaining([{ where: "public.accounts", message: "holds rows" }]) as unknown,
    });
  });
});

describe("a target", () => {
  test("that somebody else uses is refused, and not touched", async () => {
    const url = await newTarget();
    const other = postgres(url, { max: 1, onnotice: () => undefined });
    await other`create table theirs (x int)`;
    await other`insert into theirs values (1)`;
    await expect(move(url)).rejects.toMatchObject({
      problems: [{ where: "public.theirs", message: "holds rows" }],
    });
    expect((await other`select tablename from pg_tables where schemaname = 'public'`).length).toBe(1);
    await other.end();
  });

  test.each([
    ["that is not there", () => Object.assign(new URL(server.href), { pathname: "/no_such_database" }).href],
    ["that nobody listens at", () => "postgres://jo:quokka@127.0.0.1:9/x"],
  ])("%s is refused in words, without the password", async (_, address) => {
    const refused = await move(address()).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      name: "ImportRefused",
      message: expect.stringMatching(
        /^The database to move to could not be opened: .*(does not exist|ECONNREFUSED)/,
      ) as unknown,
    });
    expect(String(refused)).not.toMatch(/quokka|select/i);
  });

  // Apart from what migrations themselves write.
  const isEmpty = async (url: string) => (await findFilledTables(url)).length === 0;

  test("is left empty when the move is given up", async () => {
    const url = await newTarget();
    const givenUp = new AbortController();
    const progress = ({ stage }: { stage: string }) => {
      if (stage === "Checking") givenUp.abort();
    };
    const job = testJob(source.db, { signal: givenUp.signal, progress });
    await expect(move(url, job)).rejects.toThrow(/aborted/);
    expect(await isEmpty(url)).toBe(true);
  });

  test.each(["Copying", "Checking"])("is left empty when its connection is lost while %s", async (during) => {
    const url = await newTarget();
    const name = new URL(url).pathname.slice(1);
    const cuts: Promise<unknown>[] = [];
    const progress = ({ stage, done }: { stage: string; done: number }) => {
      if (stage !== during || done < 1_000 || cuts.length > 0) return;
      cuts.push(
        // A query of this driver begins when somebody waits for it.
        administrator`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(),
      );
    };
    const failed = await move(url, testJob(source.db, { progress })).catch((error: unknown) => error);
    expect(await Promise.all(cuts)).toEqual([expect.objectContaining({ length: 1 })]);
    expect(failed).toMatchObject({ name: "ImportRefused" });
    // The driver's own words hold the query with every value.
    expect(String(failed)).toMatch(/The move failed, and nothing of it stays: .{3,200}$/);
    expect(await isEmpty(url)).toBe(true);
    // What was given up does not stand in the way of the next.
    await move(url);
  });

  test("is not touched where there is nothing to move", async () => {
    const url = await newTarget();
    const empty = await openDatabase({ url: null, dataDir: join(folder, "empty"), migrationsFolder });
    await expect(move(url, testJob(empty.db))).rejects.toThrow(/^There is nothing to move/);
    await empty.close();
  });
});

test("an audit record that somebody changed arrives as it is, and the move says so", async () => {
  await source.db.transaction((tx) =>
    withoutTriggers(tx, ["audit_events"], () =>
      tx.execute(sql`update audit_events set details = '{"count": 2}' where action = 'backup.restore'`),
    ),
  );
  const url = await newTarget();
  const job = testJob(source.db);
  await move(url, job);
  expect(job.said).toContain("The audit record was changed before the move (1 finding): run audit verify.");
  const verdict = await use(url, (db) => verifyAudit(testJob(db), []));
  expect(verdict.findings).toEqual([expect.objectContaining({ kind: "edited" })]);
});

test("a running demonstration moves by the command line, and is served from PostgreSQL", async () => {
  const url = await newTarget();
  const address = new URL(url);
  address.password = "quokka";
  const words = ["database", "move-to-postgres", address.href];
  const embedded = await startServer();
  const page = async (site: string) =>
    (await (await fetch(`${site}/api/v1/neighbourhoods`)).text()).replaceAll(/localhost:\d+/g, "");
  const before = await page(embedded.url);
  const moved = await runData(words, { DATA_DIR: embedded.dataDir }).ended;
  expect(moved.output).toContain("This is the demonstration: set DEMO=on");
  expect(moved.code).toBe(0);
  const again = await runData(words, { DATA_DIR: embedded.dataDir }).ended;
  expect([again.code, again.output]).toEqual([1, expect.stringContaining("is not empty")]);
  const refused = await runData(words, { DATABASE_URL: url, DEMO: "on" }).ended;
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("DATABASE_URL is set")]);
  expect(moved.output + again.output + refused.output).not.toContain("quokka");
  await embedded.stop();

  const served = await startServer({ env: { DATABASE_URL: url, DEMO: "on" } });
  expect(await page(served.url)).toBe(before);
  await served.stop();
});
