import { spawnSync } from "node:child_process";
import fs, { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrationsFolder } from "#app/server/package-root.ts";
import { backUp, backupFolder } from "#app/server/back-up.ts";
import { verifyBackup } from "#app/services/backup/restore-backup.server.ts";
import { openDatabase } from "#db/client.ts";
import { findForce } from "#db/queries/force.ts";
import { rowsOf } from "#db/queries/rows.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import type { Db, OpenDatabase } from "#db/types.ts";
import { addForce, appliedMigrations, writeVersions, type Versions } from "./versions.ts";

const now = new Date("2026-06-01T12:00:00Z");

let folder: string;
let dataDir: string;
let versions: Versions;
let opened: OpenDatabase[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "upgrade-"));
  dataDir = join(folder, "data");
  versions = writeVersions(folder);
});
afterEach(async () => {
  await Promise.all(opened.map((one) => one.close()));
  opened = [];
  rmSync(folder, { recursive: true });
});

async function open(migrations: string, beforeMigrating?: (db: Db) => Promise<void>) {
  const database = await openDatabase({
    url: null,
    dataDir,
    migrationsFolder: migrations,
    ...(beforeMigrating === undefined ? {} : { beforeMigrating }),
  });
  opened.push(database);
  return database;
}
async function close(database: OpenDatabase) {
  opened = opened.filter((one) => one !== database);
  await database.close();
}

const columnExists = async (db: Db) =>
  rowsOf(await db.execute(sql`select from information_schema.columns where column_name = 'upgraded_by_test'`))
    .length === 1;

describe("from one version to the next", () => {
  test("an older database is backed up as it was, then migrated, with all that was in it", async () => {
    const older = await open(versions.older);
    await addForce(older.db);
    await close(older);

    const seen: boolean[] = [];
    const newer = await open(versions.newer, async (db) => {
      seen.push(await columnExists(db));
      await backUp(db, dataDir, now);
    });
    expect(seen).toEqual([false]);
    expect(await columnExists(newer.db)).toBe(true);
    expect((await findForce(newer.db))?.name).toBe("Testshire Police");
    expect(await appliedMigrations(newer.db)).toBe(versions.newerCount);

    const [backup] = fs.readdirSync(backupFolder(dataDir));
    const { manifest, rows } = await verifyBackup(join(backupFolder(dataDir), backup ?? ""));
    expect(manifest).toMatchObject({ createdAt: now.toISOString(), migration: versions.olderHash });
    expect(rows).toBe(1);
  });

  test("a database of this version is opened without a backup, and so is a new one", async () => {
    let backups = 0;
    const count = () => Promise.resolve(void (backups += 1));
    await close(await open(migrationsFolder, count));
    await close(await open(migrationsFolder, count));
    expect(backups).toBe(0);
  });

  test("a backup that fails keeps the database at its version, and gives the folder back", async () => {
    await close(await open(versions.older));
    await expect(open(versions.newer, () => Promise.reject(new Error("disk full")))).rejects.toThrow(
      "disk full",
    );
    const older = await open(versions.older);
    expect(await columnExists(older.db)).toBe(false);
  });

  test("a migration that fails leaves the version before, whole", async () => {
    await close(await open(versions.older));
    await expect(open(versions.failing)).rejects.toThrow();
    const older = await open(versions.older);
    expect(await columnExists(older.db)).toBe(false);
    expect(await appliedMigrations(older.db)).toBe(1);
  });
});

describe("the data folder's lock", () => {
  const lock = () => join(dataDir, "server.pid");

  test("refuses a second opening and says what to do", async () => {
    await open(migrationsFolder);
    await expect(open(migrationsFolder)).rejects.toThrow(
      `The data folder ${dataDir} is in use by process ${process.pid}. Stop that process first, or set DATA_DIR to another folder.`,
    );
  });

  test("of a living process is never taken, nor touched", async () => {
    await close(await open(migrationsFolder));
    writeFileSync(lock(), `${process.ppid}\n`);
    await expect(open(migrationsFolder)).rejects.toThrow(`in use by process ${process.ppid}`);
    expect(readFileSync(lock(), "utf8")).toBe(`${process.ppid}\n`);
  });

  test.each([
    ["of a dead process", () => `${spawnSync(process.execPath, ["--version"]).pid}\n`],
    ["with nothing in it", () => ""],
  ])("%s is taken over, and given back at the end", async (_, content) => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(lock(), content());
    const database = await open(migrationsFolder);
    expect(readFileSync(lock(), "utf8")).toBe(`${process.pid}\n`);
    await close(database);
    expect(existsSync(lock())).toBe(false);
  });
});

test("every commit reaches the disk before it is acknowledged", async () => {
  const { db } = await open(migrationsFolder);
  const [setting] = rowsOf<{ fsync: string }>(await db.execute(sql`show fsync`));
  expect(setting?.fsync).toBe("on");

  const sync = fs.fdatasyncSync;
  let syncs = 0;
  fs.fdatasyncSync = (descriptor) => {
    syncs += 1;
    sync(descriptor);
  };
  syncBuiltinESMExports();
  try {
    await db.execute(sql`select 1`);
    expect(syncs).toBe(0);
    await fillDemonstration(db, now, () => undefined);
    expect(syncs).toBeGreaterThan(0);
    for (let commit = 0; commit < 3; commit += 1) {
      const before = syncs;
      await db.execute(sql`update forces set name = name || '.'`);
      expect(syncs).toBeGreaterThan(before);
    }
  } finally {
    fs.fdatasyncSync = sync;
    syncBuiltinESMExports();
  }
});
