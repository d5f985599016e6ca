import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import * as schema from "../schema/index.ts";
import type { DatabaseOptions, OpenDatabase } from "../types.ts";
import { isBehind } from "../queries/migration.ts";
import { lockDirectory } from "./directory-lock.ts";
import { DurableNodeFs } from "./durable-fs.ts";

// No background process of PostgreSQL runs inside PGlite: nobody else would vacuum or checkpoint.
const maintenanceEveryMs = 10 * 60_000;

/**
 * Opens (and creates) the embedded database in `dataDir`, migrated, with every commit on the disk before it is
 * acknowledged. One process at a time: throws `DataFolderInUseError` otherwise.
 */
export async function openEmbedded({
  dataDir,
  migrationsFolder,
  beforeMigrating,
}: Omit<DatabaseOptions, "url">): Promise<OpenDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(dataDir);
  try {
    const fs = new DurableNodeFs(join(dataDir, "database"));
    const client = await PGlite.create({
      fs,
      extensions: { btree_gist, pg_trgm },
      startParams: PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
      postgresqlconf: ["fsync=on", "wal_sync_method=fsync", "shared_buffers=16MB", "max_wal_size=64MB"],
    });
    const db = drizzle(client, { schema, casing: "snake_case" });
    if (beforeMigrating !== undefined && (await isBehind(db, migrationsFolder))) await beforeMigrating(db);
    await migrate(db, { migrationsFolder });
    await requireDurability(client, fs);
    const maintenance = setInterval(
      () => void client.exec("vacuum; checkpoint;").catch(() => undefined),
      maintenanceEveryMs,
    );
    maintenance.unref();
    return {
      db,
      kind: "embedded",
      close: async () => {
        clearInterval(maintenance);
        await client.exec("checkpoint").catch(() => undefined);
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Refuses to serve from files that would forget: fsync must be on and a commit must reach it. */
async function requireDurability(client: PGlite, fs: DurableNodeFs) {
  const { rows } = await client.query<{ fsync: string }>("show fsync");
  const before = fs.syncCount;
  // why: a transactional message is the smallest commit there is, and leaves nothing behind.
  await client.query("select pg_logical_emit_message(true, 'start', 'durability check')");
  if (rows[0]?.fsync !== "on" || fs.syncCount === before) {
    throw new Error("The embedded database does not write through to the disk; refusing to start on it.");
  }
}
