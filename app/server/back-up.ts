import { join } from "node:path";
import { createBackup, keepNewest } from "#app/services/backup/create-backup.server.ts";
import type { Db } from "#db/types.ts";

/** Two days of hours: what goes wrong is noticed within a weekend. */
const keptBackups = 48;

/** Where the embedded database's own backups lie. */
export const backupFolder = (dataDir: string) => join(dataDir, "backups");

/** Backs the embedded database up into its data folder and drops the oldest; the path of the new one. */
export async function backUp(db: Db, dataDir: string, now: Date): Promise<string> {
  const folder = backupFolder(dataDir);
  const path = await createBackup({ db, now }, folder);
  await keepNewest(folder, keptBackups);
  return path;
}
