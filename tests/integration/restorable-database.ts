import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrationsFolder } from "#app/server/package-root.ts";
import { openDatabase } from "#db/client.ts";
import type { Db } from "#db/types.ts";

/** A database that other processes open too, and that can be put back to how it was. */
export interface RestorableDatabase {
  /** What tells another process where it is. */
  env: Readonly<Record<string, string>>;
  /** Opens it, works, and closes it again. */
  use: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Remembers it as it is. Nobody may have it open. */
  keep: () => Promise<void>;
  /** Puts it back to how it was when kept. */
  restore: () => Promise<void>;
  remove: () => Promise<void>;
}

async function use<T>(url: string | null, dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, dataDir, migrationsFolder });
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** An empty one on the server that TEST_DATABASE_URL names, else embedded in a folder of its own. */
export function restorableDatabase(): RestorableDatabase {
  const url = process.env["TEST_DATABASE_URL"];
  return url === undefined || url === "" ? embedded() : onServer(url);
}

function embedded(): RestorableDatabase {
  const folder = mkdtempSync(join(tmpdir(), "restorable-"));
  const [dataDir, kept] = [join(folder, "data"), join(folder, "kept")];
  return {
    env: { DATA_DIR: dataDir },
    use: (work) => use(null, dataDir, work),
    keep: async () => {
      cpSync(dataDir, kept, { recursive: true });
    },
    restore: async () => {
      rmSync(dataDir, { recursive: true });
      cpSync(kept, dataDir, { recursive: true });
    },
    remove: async () => {
      rmSync(folder, { recursive: true });
    },
  };
}

function onServer(url: string): RestorableDatabase {
  const name = `restorable_${randomUUID().replaceAll("-", "")}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  const administrator = postgres(url, { max: 1, onnotice: () => undefined });
  const create = administrator`create database ${administrator(name)}`;
  const drop = (database: string) =>
    administrator`drop database if exists ${administrator(database)} with (force)`;
  return {
    env: { DATABASE_URL: own.href, DEMO: "on" },
    use: async (work) => {
      await create;
      return use(own.href, "", work);
    },
    keep: async () => {
      await administrator`create database ${administrator(`${name}_kept`)} template ${administrator(name)}`;
    },
    restore: async () => {
      await drop(name);
      await administrator`create database ${administrator(name)} template ${administrator(`${name}_kept`)}`;
    },
    remove: async () => {
      await drop(name);
      await drop(`${name}_kept`);
      await administrator.end();
    },
  };
}
