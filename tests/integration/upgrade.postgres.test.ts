import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { migrationsFolder } from "#app/server/package-root.ts";
import { openDatabase } from "#db/client.ts";
import { findForce } from "#db/queries/force.ts";
import { boundaries } from "#db/schema/index.ts";
import { startServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addForce, appliedMigrations, writeVersions, type Versions } from "./versions.ts";

let folder: string;
let versions: Versions;
let url: string;
const administrator = postgres(inject("postgresUrl"), { max: 1, onnotice: () => undefined });
beforeAll(ensureBuilt);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "upgrade-"));
  versions = writeVersions(folder);
  const own = new URL(inject("postgresUrl"));
  own.pathname = `/upgrade_${randomUUID().replaceAll("-", "")}`;
  url = own.href;
  await administrator`create database ${administrator(own.pathname.slice(1))}`;
});
afterEach(async () => {
  await administrator`drop database ${administrator(new URL(url).pathname.slice(1))} with (force)`;
  rmSync(folder, { recursive: true });
});
afterAll(() => administrator.end());

const open = (migrations: string) => openDatabase({ url, dataDir: "", migrationsFolder: migrations });

describe("from one version to the next", () => {
  test("two that start at once on an older database migrate it once, and both serve", async () => {
    const older = await open(versions.older);
    await addForce(older.db);
    await older.close();
    const both = await Promise.all([open(versions.newer), open(versions.newer)]);
    for (const { db } of both) {
      expect(await appliedMigrations(db)).toBe(versions.newerCount);
      expect((await findForce(db))?.name).toBe("Testshire Police");
    }
    await Promise.all(both.map((one) => one.close()));
  });

  test("a migration that fails leaves the version before, whole, and holds no lock", async () => {
    await (await open(versions.older)).close();
    await expect(open(versions.failing)).rejects.toThrow();
    const again = await open(versions.newer);
    expect(await appliedMigrations(again.db)).toBe(versions.newerCount);
    await again.close();
  });
});

test("two processes that start at once on an empty database migrate it once, fill it once, and both serve", async () => {
  const env = { DATABASE_URL: url, DEMO: "on", LOG_LEVEL: "warn" };
  const starting = await Promise.allSettled([startServer({ env }), startServer({ env })]);
  const servers = starting.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  try {
    expect(starting.filter((one) => one.status === "rejected")).toEqual([]);
    const lists = await Promise.all(
      servers.map(async (server) => {
        const list = await (await fetch(`${server.url}/api/v1/neighbourhoods`)).text();
        // Links carry the port.
        return list.replaceAll(/localhost:\d+/g, "");
      }),
    );
    expect(lists[1]).toEqual(lists[0]);
    const { db, close } = await open(migrationsFolder);
    expect(await db.$count(boundaries)).toBe(103);
    await close();
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
});
