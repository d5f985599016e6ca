import { emptyAllTables, isEmpty, restoreRows, settleRestored } from "#db/queries/backup.ts";
import { lastMigration } from "#db/queries/migration.ts";
import { BackupDamaged, readBackup, type BackupManifest } from "./backup-file.server.ts";
import type { BackupDeps } from "./create-backup.server.ts";

/** Reads a whole backup and says what it holds. @throws BackupDamaged */
export async function verifyBackup(path: string): Promise<{ manifest: BackupManifest; rows: number }> {
  let manifest: BackupManifest | null = null;
  let rows = 0;
  for await (const part of readBackup(path)) {
    if ("manifest" in part) manifest = part.manifest;
    else rows += part.page.rows.length;
  }
  if (manifest === null) throw new BackupDamaged(`${path} is empty.`);
  return { manifest, rows };
}

/**
 * Puts a backup in place of what is in the database, whole or not at all. Postcodes are not in a backup: import
 * them again afterwards.
 * @throws BackupDamaged when the file cannot be trusted, is of another version, or would overwrite without `replace`.
 */
export async function restoreBackup(
  { db, now }: BackupDeps,
  path: string,
  { replace }: { replace: boolean },
): Promise<{ rows: number }> {
  // Read to its seal first, so that a damaged file is refused before anything is touched.
  const { manifest, rows } = await verifyBackup(path);
  await db.transaction(async (tx) => {
    const migration = await lastMigration(tx);
    if (manifest.migration !== migration) {
      throw new BackupDamaged(
        `The backup was made by another version (${manifest.migration}; this one is at ${migration}). Restore it with that version, then upgrade.`,
      );
    }
    if (!replace && !(await isEmpty(tx))) {
      throw new BackupDamaged(
        "The database is not empty. Say --replace to put the backup in place of what is there.",
      );
    }
    await emptyAllTables(tx);
    for await (const part of readBackup(path)) {
      if ("page" in part)
        await restoreRows(
          tx,
          part.page.table,
          part.page.rows.map((row) => JSON.stringify(row)),
        );
    }
    await settleRestored(tx, now);
  });
  return { rows };
}
