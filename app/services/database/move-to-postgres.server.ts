import { platform } from "#app/domain/actor.ts";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { openDatabase } from "#db/client.ts";
import { auditHead, recordAudit } from "#db/queries/audit.ts";
import {
  backupRows,
  emptyAllTables,
  isEmpty,
  isLivedIn,
  restoreRows,
  tablesWithTriggers,
  withoutTriggers,
} from "#db/queries/backup.ts";
import { findForce } from "#db/queries/force.ts";
import { lastMigration } from "#db/queries/migration.ts";
import {
  countRows,
  databaseWords,
  findFilledTables,
  inOneTransaction,
  readSequences,
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
 * at all. Every row is read back and compared. The database it comes from is only read; while it is, everybody else
 * who asks it waits.
 * @throws ImportRefused when there is nothing to move, or the target cannot be used, holds anything or is lost.
 */
export async function moveToPostgres(deps: JobDeps, { url, migrationsFolder }: Move): Promise<void> {
  const { db, say, signal } = deps;
  await requireFilled(db);
  await requireEmpty(url).catch(refuseToOpen);
  await prepare(db, url, migrationsFolder).catch(refuseToOpen);
  const rows = await db
    .transaction((from) => inOneTransaction(url, (to) => copyAll(deps, from, to)), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    })
    .catch((error: unknown) => {
      signal.throwIfAborted();
      throw inWords(error, "The move failed, and nothing of it stays");
    });
  say(`Moved: ${rows.toLocaleString("en-GB")} rows. Each was read back and is the same.`);
  await sayWhatNext(deps);
}

async function requireFilled(db: Db) {
  if ((await isEmpty(db)) && !(await isLivedIn(db)))
    throw new ImportRefused(
      "There is nothing to move: the embedded database is empty. Is DATA_DIR the folder of your server?",
    );
}

async function requireEmpty(url: string) {
  const filledTables = await findFilledTables(url);
  if (filledTables.length === 0) return;
  throw new ImportRefused(
    "The database to move to is not empty. Make a new one, and nothing of the old is lost.",
    filledTables.slice(0, 20).map((table) => ({ where: table, message: "holds rows" })),
  );
}

/** Brings the target up to this version. */
async function prepare(db: Db, url: string, migrationsFolder: string) {
  const { db: target, close } = await openDatabase({ url, dataDir: "", migrationsFolder });
  await requireSameVersion(db, target).finally(close);
}

function refuseToOpen(error: unknown): never {
  throw inWords(error, "The database to move to could not be opened");
}

/** What a person can mend, without the values that a query's error quotes. */
function inWords(error: unknown, what: string): unknown {
  const words = databaseWords(error);
  return words === null ? error : new ImportRefused(`${what}: ${words}`);
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
  await emptyAllTables(to);

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
async function checkAudit({ now, say, progress, signal }: JobDeps, from: Db, to: Db) {
  const [ours, theirs] = [await auditHead(from), await auditHead(to)];
  requireSame("end of the audit record", JSON.stringify(ours), JSON.stringify(theirs));
  const { findings } = await verifyAudit({ db: to, progress, signal }, []);
  if (findings.some(({ kind }) => kind === "unguarded"))
    throw new Error("The triggers that keep the audit record did not come on again.");
  // Every row is the same as where it came from, so this is older than the move. Evidence is moved as it is.
  if (findings.length > 0)
    say(
      `The audit record was changed before the move (${findings.length} finding${findings.length === 1 ? "" : "s"}): run audit verify.`,
    );
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
