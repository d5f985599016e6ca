import type { Env } from "#app/env.server.ts";
import { openDatabase } from "#db/client.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import type { Db, OpenDatabase } from "#db/types.ts";
import { dataDirOf, migrationsFolder } from "./package-root.ts";
import { refuseDemonstration } from "./refuse-demonstration.ts";
import { backUp } from "./back-up.ts";

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

/** Fills a demonstration's empty database; a real force's is refused when it holds the demonstration. */
export async function settleDemonstration(env: Env, db: Db, say: (line: string) => void): Promise<void> {
  if (env.isDemonstration) await fillDemonstration(db, new Date(), say);
  else await refuseDemonstration(db);
}
