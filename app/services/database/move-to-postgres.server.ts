import { platform } from "#app/domain/actor.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { openDatabase } from "#db/client.ts";
import { auditHead, recordAudit } from "#db/queries/audit.ts";
import { backupRows, restoreRows, tablesWithTriggers, withoutTriggers } from "#db/queries/backup.ts";
import { findForce } from "#db/queries/force.ts";
import { lastMigration } from "#db/queries/migration.ts";
import {
  countChangedAuditRows,
  countRows,
  readSequences,
  readTargetState,
  tableNames,
  withoutForeignKeys,
  writeMomentsInUtc,
  writeSequences,
} from "#db/queries/move.ts";
import type { Db } from "#db/types.ts";
import { addRows, noRows, type RowSum } from "./row-sum.ts";

export interface Move {
  /** postgres://… of an empty database that its role owns. */
  url: string;
  migrationsFolder: string;
}

/**
 * Copies everything, postcodes too, into an empty PostgreSQL of the same version: in one transaction, so whole or not
 * at all. Every row is read back and compared. The database it comes from is only read; while it is, whoever writes to
 * it waits.
 * @throws ImportRefused when the target cannot be opened, holds anything, or is of another version.
 */
export async function moveToPostgres(deps: JobDeps, { url, migrationsFolder }: Move): Promise<void> {
  const { db, say } = deps;
  await requireEmpty(url);
  const { db: target, close } = await openDatabase({ url, dataDir: "", migrationsFolder }).catch(
    refuseToOpen,
  );
  try {
    await requireSameVersion(db, target);
    const rows = await db.transaction((from) => target.transaction((to) => copyAll(deps, from, to)), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
    say(`Moved: ${rows.toLocaleString("en-GB")} rows. Each was read back and is the same.`);
    await sayWhatNext(deps);
  } finally {
    await close();
  }
}

async function requireEmpty(url: string) {
  const { filledTables } = await readTargetState(url).catch(refuseToOpen);
  if (filledTables.length === 0) return;
  throw new ImportRefused(
    "The database to move to is not empty. Make a new one, and nothing of the old is lost.",
    filledTables.slice(0, 20).map((table) => ({ where: table, message: "holds rows" })),
  );
}

function refuseToOpen(error: unknown): never {
  const said = error instanceof Error ? error.message || error.constructor.name : String(error);
  throw new ImportRefused(`The database to move to could not be opened: ${said}`);
}

async function requireSameVersion(from: Db, to: Db) {
  const [ours, theirs] = [await lastMigration(from), await lastMigration(to)];
  if (ours !== theirs)
    throw new ImportRefused("The database to move to is of another version of the platform. Make a new one.");
}

/** Copies and checks; the number of rows. Any error, or an end of the job, leaves the target as it was. */
async function copyAll(deps: JobDeps, from: Db, to: Db): Promise<number> {
  await writeMomentsInUtc(from);
  await writeMomentsInUtc(to);
  const tables = await tableNames(from);
  requireSame("tables", tables.join(), (await tableNames(to)).join());
  const total = await countAll(from, tables);

  const sums = await withoutForeignKeys(to, async () =>
    withoutTriggers(to, await tablesWithTriggers(to), () => copyTables(deps, from, to, tables, total)),
  );
  await writeSequences(to, await readSequences(from));
  await checkTables(deps, to, sums, total);
  await checkAudit(deps, from, to);
  return total;
}

async function countAll(db: Db, tables: readonly string[]) {
  let total = 0;
  for (const table of tables) total += await countRows(db, table);
  return total;
}

async function copyTables(
  { progress, signal }: JobDeps,
  from: Db,
  to: Db,
  tables: readonly string[],
  total: number,
): Promise<Map<string, RowSum>> {
  const sums = new Map<string, RowSum>();
  let done = 0;
  for (const table of tables) {
    let sum = noRows;
    for await (const rows of backupRows(from, table)) {
      signal.throwIfAborted();
      await restoreRows(to, table, rows);
      sum = addRows(sum, rows);
      progress({ stage: "Copying", done: (done += rows.length), total, unit: "rows" });
    }
    sums.set(table, sum);
  }
  return sums;
}

/** Reads every row back. */
async function checkTables(
  { progress, signal }: JobDeps,
  to: Db,
  sums: ReadonlyMap<string, RowSum>,
  total: number,
) {
  let done = 0;
  for (const [table, copied] of sums) {
    let sum = noRows;
    for await (const rows of backupRows(to, table)) {
      signal.throwIfAborted();
      sum = addRows(sum, rows);
      progress({ stage: "Checking", done: (done += rows.length), total, unit: "rows" });
    }
    requireSame(`rows of ${table}`, copied.count, sum.count);
    requireSame(`contents of ${table}`, copied.sum, sum.sum);
    requireSame(`count of ${table}`, copied.count, await countRows(to, table));
  }
}

/** The record arrives with its numbers and hashes, goes on from there, and says that it was moved. */
async function checkAudit({ now, say }: JobDeps, from: Db, to: Db) {
  const [ours, theirs] = [await auditHead(from), await auditHead(to)];
  requireSame("end of the audit record", JSON.stringify(ours), JSON.stringify(theirs));
  const changed = await countChangedAuditRows(to);
  requireSame("hashes of the audit record", await countChangedAuditRows(from), changed);
  if (changed > 0) say(`${changed} rows of the audit record were changed before the move: run audit verify.`);
  await recordAudit(to, platform(), now(), {
    action: "database.move",
    subjectKind: "database",
    subjectId: null,
  });
}

function requireSame(what: string, ours: unknown, theirs: unknown) {
  if (ours !== theirs)
    throw new Error(`The ${what} did not arrive as they were (${String(ours)}, ${String(theirs)}).`);
}

async function sayWhatNext({ db, say }: JobDeps) {
  const force = await findForce(db);
  say("Stop the server now and start it with DATABASE_URL: what is written here from now on stays behind.");
  if (force?.isDemonstration === true)
    say("This is the demonstration: set DEMO=on beside DATABASE_URL to look at it there.");
}
