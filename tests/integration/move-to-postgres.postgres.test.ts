import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { migrationsFolder } from "#app/server/package-root.ts";
import { moveToPostgres } from "#app/services/database/move-to-postgres.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { openDatabase } from "#db/client.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { auditHead, recordAudit } from "#db/queries/audit.ts";
import { countChangedAuditRows, countRows, readSequences, tableNames } from "#db/queries/move.ts";
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
const folder = mkdtempSync(join(tmpdir(), "move-"));
let source: OpenDatabase;

/** The address of a new, empty database. */
async function newTarget(): Promise<string> {
  const name = `move_${randomUUID().replaceAll("-", "")}`;
  made.push(name);
  await administrator`create database ${administrator(name)}`;
  const url = new URL(server.href);
  url.pathname = `/${name}`;
  return url.href;
}

async function use<Value>(url: string, work: (db: Db) => Promise<Value>): Promise<Value> {
  const target = await openDatabase({ url, dataDir: "", migrationsFolder });
  return work(target.db).finally(() => target.close());
}

const move = (url: string, job = testJob(source.db)) => moveToPostgres(job, { url, migrationsFolder });

/** Every table's name and number of rows. */
async function counts(db: Db): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await tableNames(db)) found[table] = await countRows(db, table);
  return found;
}

beforeAll(async () => {
  await ensureBuilt();
  source = await openDatabase({ url: null, dataDir: join(folder, "source"), migrationsFolder });
  await loadEditionA(source.db);
  await signedInAs(source.db, "inspector");
  await source.db.transaction(async (tx) => {
    const mail = { accountId: null, recipient: "jo@example.org", subject: 'S’s \\ "x"', body: "é\n\t😀" };
    await queueMail(tx, new Date("2026-03-29T01:30:00.123Z"), { ...mail, purpose: "account-notice" });
    await takeAllowance(tx, "a", { limit: 1, windowSeconds: 60 }, new Date());
    await recordAudit(tx, platform(), new Date(), {
      action: "test.move",
      subjectKind: "test",
      subjectId: null,
      details: { count: 1.5, words: 'é \\ "', isSo: true, none: null },
    });
  });
});
afterAll(async () => {
  await source.close();
  for (const name of made) await administrator`drop database if exists ${administrator(name)} with (force)`;
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
    expect(new Set(job.progressed.map(({ stage }) => stage))).toEqual(new Set(["Copying", "Checking"]));
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
      expect(await countChangedAuditRows(db)).toBe(0);
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
    ["that nobody listens at", () => "postgres://127.0.0.1:9/x"],
  ])("%s is refused in words", async (_, address) => {
    await expect(move(address())).rejects.toThrow(/^The database to move to could not be opened: .+/);
  });

  test("is left empty when the move is given up, or its connection is lost", async () => {
    const url = await newTarget();
    const givenUp = new AbortController();
    const progress = ({ stage }: { stage: string }) => {
      if (stage === "Checking") givenUp.abort();
    };
    await expect(move(url, testJob(source.db, { signal: givenUp.signal, progress }))).rejects.toThrow();

    const name = new URL(url).pathname.slice(1);
    let isCut = false;
    const cut = ({ stage, done }: { stage: string; done: number }) => {
      if (isCut || stage !== "Copying" || done < 1_000) return;
      isCut = true;
      // A query of this driver begins when somebody waits for it.
      void administrator`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute();
    };
    await expect(move(url, testJob(source.db, { progress: cut }))).rejects.toThrow();
    expect(isCut).toBe(true);

    expect(Object.values(await use(url, counts)).reduce((sum, count) => sum + count, 0)).toBe(0);
    // What was given up does not stand in the way of the next.
    await move(url);
  });
});

test("a running demonstration moves by the command line, and is served from PostgreSQL", async () => {
  const url = await newTarget();
  const embedded = await startServer();
  const page = async (site: string) =>
    (await (await fetch(`${site}/api/v1/neighbourhoods`)).text()).replaceAll(/localhost:\d+/g, "");
  const before = await page(embedded.url);
  const moved = await runData(["database", "move-to-postgres", url], { DATA_DIR: embedded.dataDir }).ended;
  expect(moved.output).toContain("This is the demonstration: set DEMO=on");
  expect(moved.code).toBe(0);
  const refused = await runData(["database", "move-to-postgres", url], { DATABASE_URL: url, DEMO: "on" })
    .ended;
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("DATABASE_URL is set")]);
  await embedded.stop();

  const served = await startServer({ env: { DATABASE_URL: url, DEMO: "on" } });
  expect(await page(served.url)).toBe(before);
  await served.stop();
});
