import { join } from "node:path";
import type { Logger } from "pino";
import { createBackup, keepNewest } from "#app/services/backup/create-backup.server.ts";
import type { Db } from "#db/types.ts";

const everyMs = 60 * 60_000;
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

/** Backs up every hour, because nothing else can restore an embedded database. Returns how to stop. */
export function setUpBackups(db: Db, dataDir: string, log: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = backUp(db, dataDir, new Date()).then(
      () => undefined,
      (error: unknown) => {
        log.error({ err: error }, "the hourly backup failed");
      },
    );
  }, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
