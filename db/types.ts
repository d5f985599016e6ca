import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/** A database or a transaction, whichever driver stands behind it. Always the first argument of a query. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

export interface OpenDatabase {
  db: Db;
  kind: "embedded" | "postgres";
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** A postgres:// address, or null for the embedded database. */
  url: string | null;
  /** Where the embedded database lives. */
  dataDir: string;
  migrationsFolder: string;
  /** Called on an embedded database of an older version before it is migrated: the moment for a backup. */
  beforeMigrating?: (db: Db) => Promise<void>;
}
