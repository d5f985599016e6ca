import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

/** What an import can bring again is left out; the terms of these nouns are closed by a restore. */
const leftOut = ["postcodes", "outside_postcodes"];
const rowsPerPage = 1_000;

/** Every table a backup holds, a table after those it refers to. Read from the catalogue, so that a backup before a migration sees the old schema. */
export async function backupTables(db: Db): Promise<string[]> {
  const tables = rowsOf<{ name: string; refers_to: string[] }>(
    await db.execute(sql`
      select c.relname as name,
             coalesce(array_agg(distinct p.relname) filter (where p.relname <> c.relname), '{}')::text[] as refers_to
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
      left join pg_class p on p.oid = k.confrelid
      where c.relkind = 'r'
      group by c.relname
      order by c.relname`),
  ).filter(({ name }) => !leftOut.includes(name));
  const ordered: string[] = [];
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name, refers_to }) =>
        !ordered.includes(name) &&
        refers_to.every((other) => ordered.includes(other) || leftOut.includes(other)),
    );
    if (next === undefined) throw new Error("The tables refer to each other in a circle.");
    ordered.push(next.name);
  }
  return ordered;
}

/** The rows of one table as JSON texts, page by page. Call it inside one repeatable-read transaction. */
export async function* backupRows(tx: Db, table: string): AsyncGenerator<string[]> {
  for (let offset = 0; ; offset += rowsPerPage) {
    const page = rowsOf<{ row: string }>(
      await tx.execute(
        sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t order by ctid limit ${rowsPerPage} offset ${offset}`,
      ),
    );
    if (page.length > 0) yield page.map(({ row }) => row);
    if (page.length < rowsPerPage) return;
  }
}

/** Writes rows that `backupRows` gave. */
export async function restoreRows(tx: Db, table: string, rows: readonly string[]): Promise<void> {
  const name = sql.identifier(table);
  await tx.execute(
    sql`insert into ${name} overriding system value
        select * from jsonb_populate_recordset(null::${name}, ${`[${rows.join(",")}]`}::jsonb)`,
  );
}

/** Empties every table, those left out of backups too. */
export async function emptyAllTables(tx: Db): Promise<void> {
  const names: SQL[] = [...leftOut, ...(await backupTables(tx))].map(
    (table) => sql`${sql.identifier(table)}`,
  );
  await tx.execute(sql`truncate ${sql.join(names, sql`, `)} cascade`);
}

/** After rows came with their numbers: the next number follows on, and editions whose rows were left out stop answering. */
export async function settleRestored(tx: Db, now: Date): Promise<void> {
  await tx.execute(
    sql`select setval(pg_get_serial_sequence('edition_terms', 'number'), coalesce((select max(number) from edition_terms), 0) + 1, false)`,
  );
  await tx.execute(
    sql`update edition_terms set in_force_to = ${now.toISOString()} where noun = 'postcodes' and in_force_to is null`,
  );
}

/** Whether nothing has been loaded into this database. */
export async function isEmpty(db: Db): Promise<boolean> {
  const [found] = rowsOf<{ empty: boolean }>(
    await db.execute(
      sql`select not exists (select from forces) and not exists (select from editions) as empty`,
    ),
  );
  return found?.empty ?? true;
}
