import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

/** What an import can bring again is left out; the terms of these nouns are closed by a restore. */
const importable = ["postcodes", "outside_postcodes"];
/** What must not outlive its moment: after a restore everybody signs in again, and no code sent before is good. */
const momentary = ["sessions", "email_codes", "challenges", "allowances"];
const leftOut = [...importable, ...momentary];
/** The record that is never emptied but by a restore. */
const auditTables = ["audit_events", "audit_seals"];

// 256 kB of rows (and what is stored beside them), so that no statement takes long.
const blocksPerPage = 32;

const named = (tables: readonly string[]): SQL =>
  sql.join(
    tables.map((table) => sql`${sql.identifier(table)}`),
    sql`, `,
  );

/** Every table, one after those it refers to. Read from the catalogue, so that a backup before a migration sees the old schema. */
export async function allTables(db: Db): Promise<string[]> {
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
  );
  const ordered: string[] = [];
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name, refers_to }) => !ordered.includes(name) && refers_to.every((other) => ordered.includes(other)),
    );
    if (next === undefined) throw new Error("The tables refer to each other in a circle.");
    ordered.push(next.name);
  }
  return ordered;
}

/** Every table a backup holds, a table after those it refers to. */
export async function backupTables(db: Db): Promise<string[]> {
  return (await allTables(db)).filter((name) => !leftOut.includes(name));
}

/** The rows of one table as JSON texts, page by page. Call it inside one repeatable-read transaction. */
export async function* backupRows(tx: Db, table: string): AsyncGenerator<string[]> {
  const name = sql.identifier(table);
  const [size] = rowsOf<{ blocks: number }>(
    await tx.execute(
      sql`select (pg_relation_size(${table}::regclass) / current_setting('block_size')::int)::int as blocks`,
    ),
  );
  // why: by block and not by offset, which would read all that went before once more for each page.
  for (let block = 0; block < (size?.blocks ?? 0); block += blocksPerPage) {
    const [from, to] = [`(${block},0)`, `(${block + blocksPerPage},0)`];
    const page = rowsOf<{ row: string }>(
      await tx.execute(
        sql`select to_jsonb(t)::text as row from ${name} t
            where ctid >= ${from}::tid and ctid < ${to}::tid order by ctid`,
      ),
    );
    if (page.length > 0) yield page.map(({ row }) => row);
  }
}

/**
 * Writes rows that `backupRows` gave. Triggers would change some of them (the audit record numbers and chains its
 * own): work inside `withoutTriggers`.
 */
export async function restoreRows(tx: Db, table: string, rows: readonly string[]): Promise<void> {
  const name = sql.identifier(table);
  await tx.execute(
    sql`insert into ${name} overriding system value
        select * from jsonb_populate_recordset(null::${name}, ${`[${rows.join(",")}]`}::jsonb)`,
  );
}

/** The tables that have triggers of ours. */
export async function tablesWithTriggers(db: Db): Promise<string[]> {
  const found = rowsOf<{ name: string }>(
    await db.execute(sql`
      select distinct c.relname as name from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
      where not t.tgisinternal order by c.relname`),
  );
  return found.map(({ name }) => name);
}

/**
 * Works with the triggers of these tables off, which only their owner may; foreign keys stay. Nobody else writes to
 * the tables before the transaction ends, and a failure switches the triggers on again with it.
 */
export async function withoutTriggers<Value>(
  tx: Db,
  tables: readonly string[],
  work: () => Promise<Value>,
): Promise<Value> {
  const switchTriggers = async (how: "disable" | "enable") => {
    for (const table of tables)
      await tx.execute(sql`alter table ${sql.identifier(table)} ${sql.raw(how)} trigger user`);
  };
  await switchTriggers("disable");
  const value = await work();
  await switchTriggers("enable");
  return value;
}

/** Empties every table, those left out of backups too, but not the audit record. */
export async function emptyAllTables(tx: Db): Promise<void> {
  const tables = (await allTables(tx)).filter((name) => !auditTables.includes(name));
  await withoutTriggers(tx, await tablesWithTriggers(tx), () =>
    tx.execute(sql`truncate ${named(tables)} cascade`),
  );
}

/** Empties the audit record, for a restore that puts another in its place. */
export async function emptyAuditRecord(tx: Db): Promise<void> {
  await withoutTriggers(tx, auditTables, () => tx.execute(sql`truncate ${named(auditTables)}`));
}

/** After rows came with their numbers: the next number follows on, and editions whose rows were left out stop answering. */
export async function settleRestored(tx: Db, now: Date): Promise<void> {
  const numbered = rowsOf<{ table: string; column: string }>(
    await tx.execute(sql`
      select c.relname as "table", a.attname as "column" from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
      where a.attidentity <> ''`),
  );
  for (const { table, column } of numbered) {
    const last = sql`(select max(${sql.identifier(column)}) from ${sql.identifier(table)})`;
    await tx.execute(
      sql`select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(${last}, 0) + 1, false)`,
    );
  }
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

/** Whether anybody has an account here or anything was recorded: what a restore would take away. */
export async function isLivedIn(db: Db): Promise<boolean> {
  const [found] = rowsOf<{ lived_in: boolean }>(
    await db.execute(
      sql`select exists (select from accounts) or exists (select from audit_events) as lived_in`,
    ),
  );
  return found?.lived_in ?? false;
}
