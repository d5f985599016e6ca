import { platform } from "#app/domain/actor.ts";
import { noHash } from "#app/domain/audit/anchor.ts";
import { appendAnchor, type AnchorPlace } from "#app/services/audit/anchor-file.server.ts";
import { auditHead, recordAudit } from "#db/queries/audit.ts";
import {
  emptyAllTables,
  emptyAuditRecord,
  isEmpty,
  isLivedIn,
  restoreRows,
  settleRestored,
  tablesWithTriggers,
  withoutTriggers,
} from "#db/queries/backup.ts";
import { lastMigration } from "#db/queries/migration.ts";
import type { Db } from "#db/types.ts";
import { BackupDamaged, readBackup, type BackupManifest } from "./backup-file.server.ts";
import type { BackupDeps } from "./create-backup.server.ts";

export interface RestoreDeps extends BackupDeps {
  /** Where the anchors of the audit record are: the restore is noted there too, or those made since would accuse it. */
  anchors?: AnchorPlace;
}

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
 * Puts a backup in place of what is in the database, whole or not at all; the audit record with the numbers and
 * hashes it had, and one row more that says so. Postcodes are not in a backup: import them again afterwards.
 * @throws BackupDamaged when the file cannot be trusted, is of another version, or would overwrite without `replace`.
 */
export async function restoreBackup(
  { db, now, anchors }: RestoreDeps,
  path: string,
  { replace }: { replace: boolean },
): Promise<{ rows: number }> {
  // Read to its seal first, so that a damaged file is refused before anything is touched.
  const { manifest, rows } = await verifyBackup(path);
  await db.transaction(async (tx) => {
    await requireFitting(tx, manifest, replace);
    const before = await auditHead(tx);
    await emptyAllTables(tx);
    await emptyAuditRecord(tx);
    await withoutTriggers(tx, await tablesWithTriggers(tx), async () => {
      for await (const part of readBackup(path)) {
        if ("page" in part)
          await restoreRows(
            tx,
            part.page.table,
            part.page.rows.map((row) => JSON.stringify(row)),
          );
      }
    });
    await settleRestored(tx, now);
    const head = (await auditHead(tx)) ?? { number: 0, hash: noHash };
    await recordAudit(tx, platform(), now, {
      action: "backup.restore",
      subjectKind: "backup",
      subjectId: manifest.createdAt,
      details: { rows, keptTo: head.number, before: before?.number ?? null },
    });
    // why: before the commit, because a crash between the two must not leave a restore that looks like a crime.
    if (anchors !== undefined)
      await appendAnchor(anchors, {
        kind: "restored",
        ...head,
        at: now.toISOString(),
        before: before?.number ?? null,
      });
  });
  return { rows };
}

async function requireFitting(tx: Db, manifest: BackupManifest, replace: boolean) {
  const migration = await lastMigration(tx);
  if (manifest.migration !== migration) {
    throw new BackupDamaged(
      `The backup was made by another version (${manifest.migration}; this one is at ${migration}). Restore it with that version, then upgrade.`,
    );
  }
  if (!replace && !((await isEmpty(tx)) && !(await isLivedIn(tx)))) {
    throw new BackupDamaged(
      "The database is not empty. Say --replace to put the backup in place of what is there.",
    );
  }
}
