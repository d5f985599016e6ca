import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

/** The hash of the last migration applied, or "none" in a database that has never been migrated. */
export async function lastMigration(db: Db): Promise<string> {
  const [table] = rowsOf<{ exists: boolean }>(
    await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`),
  );
  if (table?.exists !== true) return "none";
  const [last] = rowsOf<{ hash: string }>(
    await db.execute(sql`select hash from drizzle.__drizzle_migrations order by created_at desc limit 1`),
  );
  return last?.hash ?? "none";
}

/** Whether a database that has been migrated before waits for another migration of this version. */
export async function isBehind(db: Db, migrationsFolder: string): Promise<boolean> {
  const last = await lastMigration(db);
  return last !== "none" && readMigrationFiles({ migrationsFolder }).at(-1)?.hash !== last;
}
