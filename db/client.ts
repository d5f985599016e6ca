import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { setTimeout as wait } from "node:timers/promises";
import { openEmbedded } from "./embedded/open-embedded.ts";
import { createPool } from "./postgres-pool.ts";
import * as schema from "./schema/index.ts";
import type { DatabaseOptions, OpenDatabase } from "./types.ts";

/** Opens PostgreSQL, or the embedded database where no address is given, migrated to this version. */
export function openDatabase({ url, ...options }: DatabaseOptions): Promise<OpenDatabase> {
  return url === null ? openEmbedded(options) : openPostgres(url, options.migrationsFolder);
}

// Any constant: it only has to be the same in every process of this platform.
const migrationLock = 7_203_100_2007;

/** Queries that take longer are cut off when the database is closed. */
const lastQueriesMs = 5_000;

async function openPostgres(url: string, migrationsFolder: string): Promise<OpenDatabase> {
  // why: one connection of its own, so that the lock and the migration share a session.
  const migrator = createPool(url, 1);
  try {
    const db = drizzle(migrator, { casing: "snake_case" });
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await migrate(db, { migrationsFolder });
  } finally {
    await migrator.end();
  }
  const pool = createPool(url, 10);
  return {
    db: drizzle(pool, { schema, casing: "snake_case" }),
    kind: "postgres",
    close: () => Promise.race([pool.end(), wait(lastQueriesMs, undefined, { ref: false })]),
  };
}
