import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { backupRows, backupTables } from "#db/queries/backup.ts";
import { lastMigration } from "#db/queries/migration.ts";
import type { Db } from "#db/types.ts";
import { newDigest } from "./backup-file.server.ts";

export interface BackupDeps {
  db: Db;
  now: Date;
}

const suffix = ".backup.gz";

/**
 * Writes one backup of all that an import could not bring again, as it stood at one moment, and returns its path.
 * The file appears whole or not at all.
 */
export async function createBackup({ db, now }: BackupDeps, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${now.toISOString().replace(/[:.]/g, "-")}${suffix}`);
  const unfinished = `${path}.unfinished`;
  try {
    await db.transaction(
      async (tx) => {
        await pipeline(
          Readable.from(linesOf(tx, now)),
          createGzip(),
          createWriteStream(unfinished, { mode: 0o600 }),
        );
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    const file = await open(unfinished, "r");
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return path;
}

/** Deletes all but the newest `keep` backups of a folder. */
export async function keepNewest(folder: string, keep: number): Promise<void> {
  const backups = (await readdir(folder)).filter((name) => name.endsWith(suffix)).sort();
  await Promise.all(
    backups.slice(0, Math.max(0, backups.length - keep)).map((name) => rm(join(folder, name))),
  );
}

async function* linesOf(tx: Db, now: Date): AsyncGenerator<string> {
  const digest = newDigest();
  const line = (value: string) => {
    digest.update(value).update("\n");
    return `${value}\n`;
  };
  const rows: Record<string, number> = {};
  yield line(
    JSON.stringify({
      backup: "safer-neighbourhoods",
      format: 1,
      createdAt: now.toISOString(),
      migration: await lastMigration(tx),
    }),
  );
  for (const table of await backupTables(tx)) {
    for await (const page of backupRows(tx, table)) {
      rows[table] = (rows[table] ?? 0) + page.length;
      yield line(`{"table":${JSON.stringify(table)},"rows":[${page.join(",")}]}`);
    }
  }
  yield `${JSON.stringify({ rows, digest: digest.digest("hex") })}\n`;
}
