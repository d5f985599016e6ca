import { z } from "zod";
import { BackupDamaged } from "#app/services/backup/backup-file.server.ts";
import { createBackup } from "#app/services/backup/create-backup.server.ts";
import { restoreBackup, verifyBackup } from "#app/services/backup/restore-backup.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { ownAnchors } from "./audit.ts";
import { dataCommand } from "./command.ts";

const file = { name: "<file>", description: "a backup file", isPath: true };

async function refusingDamage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupDamaged) throw new ImportRefused(error.message);
    throw error;
  }
}

export const backupCommands = [
  dataCommand({
    noun: "backup",
    verb: "create",
    summary: "Write a backup of all that an import could not bring again",
    arguments: [{ name: "<folder>", description: "where to write it", isPath: true }],
    options: [],
    input: z.object({ folder: z.string().min(1) }),
    run: async ({ db, now, say }, { folder }) => {
      say(`Written: ${await createBackup({ db, now: now() }, folder)}`);
    },
  }),
  dataCommand({
    noun: "backup",
    verb: "verify",
    summary: "Check that a backup is whole",
    arguments: [file],
    options: [],
    input: z.object({ file: z.string().min(1) }),
    run: async ({ say }, input) => {
      const { manifest, rows } = await refusingDamage(() => verifyBackup(input.file));
      say(`Whole: ${rows} rows, made ${manifest.createdAt}.`);
    },
  }),
  dataCommand({
    noun: "backup",
    verb: "restore",
    summary: "Put a backup in place of what is in the database; import postcodes again afterwards",
    arguments: [file],
    options: [{ flags: "--replace", description: "even when the database is not empty" }],
    input: z.object({ file: z.string().min(1), replace: z.boolean().default(false) }),
    run: async ({ db, now, say }, input) => {
      const deps = { db, now: now(), anchors: ownAnchors() };
      const { rows } = await refusingDamage(() => restoreBackup(deps, input.file, input));
      say(`Restored: ${rows} rows. Everybody has to sign in again.`);
      say("Postcodes are not in a backup: import them again.");
    },
  }),
] as const;
