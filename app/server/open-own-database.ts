import type { Env } from "#app/env.server.ts";
import { openDatabase } from "#db/client.ts";
import type { OpenDatabase } from "#db/types.ts";
import { dataDirOf, migrationsFolder } from "./package-root.ts";
import { backUp } from "./set-up-backups.ts";

/** Opens the database that the settings name. An embedded one of an older version is backed up before it is migrated. */
export function openOwnDatabase(env: Env): Promise<OpenDatabase> {
  const dataDir = dataDirOf(env);
  return openDatabase({
    url: env.databaseUrl,
    dataDir,
    migrationsFolder,
    beforeMigrating: async (db) => {
      await backUp(db, dataDir, new Date());
    },
  });
}
