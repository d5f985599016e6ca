import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { migrationsFolder } from "#app/server/package-root.ts";
import { openDatabase } from "#db/client.ts";
import type { OpenDatabase } from "#db/types.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres, type RunningPostgres } from "#tests/support/postgres-start.ts";
import { startServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";

let folder: string;
let postgres: RunningPostgres;
let database: OpenDatabase;
let server: ListeningServer;
let headers: { Cookie: string };

beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), "database-away-"));
  chmodSync(folder, 0o711);
  const user = postgresUser() ?? "ourselves";
  const debians = debianPostgres(user);
  const found = "reason" in debians ? embeddedPostgres(user, folder) : debians;
  if ("reason" in found) throw new Error(found.reason);
  postgres = await startPostgres(found, user, join(folder, "cluster"));
  database = await openDatabase({ url: `${postgres.url}/postgres`, dataDir: "", migrationsFolder });
  server = await listenForTest(database.db);
  headers = { Cookie: (await signedInAs(database.db, "inspector")).cookie };
});
afterAll(async () => {
  await server.close();
  await database.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  expect((await ask("/help", { headers })).status).toBe(200);
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { redirect: "manual", ...init });

async function untilAnswered(path: string) {
  let response = await ask(path, { headers });
  for (let count = 0; count < 100 && response.status !== 200; count += 1) {
    await wait(200);
    response = await ask(path, { headers });
  }
  return response.status;
}

test("a database that is away is 503 and when to come back, and nothing else is lost", async () => {
  await postgres.stop();
  const form = { method: "POST", body: new URLSearchParams({ email: "jo@example.org" }) };
  for (const [path, init] of [
    ["/help", { headers }],
    ["/help.data", { headers }],
    ["/sign-in", { ...form, headers: { Origin: server.url } }],
  ] as const) {
    const response = await ask(path, init);
    expect([path, response.status]).toEqual([path, 503]);
    expect(response.headers.get("Retry-After")).toBe("10");
    expect(response.headers.get("Cache-Control")).toContain("no-store");
    const text = await response.text();
    if (!path.endsWith(".data")) expect(text).toContain("Sorry, the service is unavailable");
    expect(text).not.toMatch(/ECONNREFUSED|CONNECTION|Failed query/);
  }
  // What was loaded answers on, for everyone who brings no session.
  expect((await ask("/help")).status).toBe(200);
  expect((await ask("/neighbourhoods")).status).toBe(200);
  expect((await ask("/api/v1/postcodes/SK171AA")).status).toBe(200);
  expect((await ask("/health")).status).toBe(503);
  expect(await (await ask("/metrics")).text()).toContain("database_reachable 0");

  await postgres.startAgain();
  expect(await untilAnswered("/help")).toBe(200);
  expect((await ask("/health")).status).toBe(200);
  expect(await (await ask("/metrics")).text()).toContain("database_reachable 1");
  expect(server.log()).toContain("a page could not reach the database");
  expect(server.log()).not.toContain("a page failed");
});

test("connections that the database ended are made anew", async () => {
  await database.db
    .execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user`)
    .catch(() => undefined);
  const first = await ask("/help", { headers });
  expect([200, 503]).toContain(first.status);
  expect(await untilAnswered("/help")).toBe(200);
});

test("a database that goes away in the middle of work takes no process with it", async () => {
  const busy = await startServer({ env: { DATABASE_URL: `${postgres.url}/postgres`, DEMO: "on" } });
  let isOver = false;
  const statuses = new Set<number>();
  const visit = async () => {
    const response = await fetch(`${busy.url}/help`, { headers });
    await response.arrayBuffer();
    statuses.add(response.status);
    return response.status;
  };
  const visitors = Array.from({ length: 16 }, async () => {
    while (!isOver) await visit();
  });
  for (let count = 0; count < 3; count += 1) {
    await wait(300);
    await postgres.stop();
    await wait(300);
    await postgres.startAgain();
    // Each connection of the pool has to be good again, not only the first that is free.
    for (let good = 0, asked = 0; good < 100; asked += 1) {
      expect(asked, "requests until the pool is good again").toBeLessThan(20_000);
      good = (await visit()) === 200 ? good + 1 : 0;
    }
  }
  isOver = true;
  await Promise.all(visitors);
  expect([...statuses].sort()).toEqual([200, 503]);
  expect(await busy.stop()).toBe(0);
  expect(busy.output()).not.toContain("nothing caught this error");
});
