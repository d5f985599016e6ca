import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { openEmbedded } from "./embedded/open-embedded.ts";
import * as schema from "./schema/index.ts";
import type { DatabaseOptions, OpenDatabase } from "./types.ts";

/** Opens PostgreSQL, or the embedded database where no address is given, migrated to this version. */
export function openDatabase({ url, ...options }: DatabaseOptions): Promise<OpenDatabase> {
  return url === null ? openEmbedded(options) : openPostgres(url, options.migrationsFolder);
}

// Any constant: it only has to be the same in every process of this platform.
const migrationLock = 7_203_100_2007;

async function openPostgres(url: string, migrationsFolder: string): Promise<OpenDatabase> {
  // why: one connection of its own, so that the lock and the migration share a session.
  const migrator = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const db = drizzle(migrator, { casing: "snake_case" });
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await migrate(db, { migrationsFolder });
  } finally {
    await migrator.end();
  }
  const client = postgres(url, { max: 10, connect_timeout: 10, onnotice: () => undefined });
  return {
    db: drizzle(client, { schema, casing: "snake_case" }),
    kind: "postgres",
    close: () => client.end({ timeout: 5 }),
  };
}
