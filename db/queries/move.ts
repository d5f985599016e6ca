import { DrizzleQueryError, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { createPool } from "#db/postgres-pool.ts";
import type { Db } from "#db/types.ts";
import * as schema from "#db/schema/index.ts";
import { rowsOf } from "./rows.ts";

/** What a migration fills: it says nothing of whether somebody uses the database. */
const standingTables = [
  "public.abstraction_definitions",
  "public.abstraction_definition_codes",
  "public.abstraction_authorities",
];

/**
 * The tables of a PostgreSQL that hold a row, as "schema.table", apart from
 * what migrations themselves write. Changes nothing;
 * throws what the driver says where it cannot be opened.
 */
export async function findFilledTables(url: string): Promise<string[]> {
  const pool = createPool(url, 1);
  try {
    const db = drizzle(pool, { schema, casing: "snake_case" });
    const tables = rowsOf<{ schema: string; name: string }>(
      await db.execute(sql`
        select schemaname as schema, tablename as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema', 'drizzle')
        order by 1, 2`),
    );
    const filledTables: string[] = [];
    for (const { schema: room, name } of tables) {
      const table = sql`${sql.identifier(room)}.${sql.identifier(name)}`;
      const [found] = rowsOf<{ filled: boolean }>(
        await db.execute(sql`select exists (select from ${table}) as filled`),
      );
      if (found?.filled === true && !standingTables.includes(`${room}.${name}`))
        filledTables.push(`${room}.${name}`);
    }
    return filledTables;
  } finally {
    await pool.end();
  }
}

/**
 * Works on a PostgreSQL in one transaction on one connection: when anything fails, or the connection is lost, nothing
 * of it stays.
 */
export async function inOneTransaction<Value>(url: string, work: (tx: Db) => Promise<Value>): Promise<Value> {
  const pool = createPool(url, 1);
  try {
    return await drizzle(pool, { schema, casing: "snake_case" }).transaction(work);
  } finally {
    await pool.end();
  }
}

/** Data exceptions and broken constraints quote the value. */
const quotesTheValue = /^2[23]/;

/** What a database or the way to it said, without any value of the query; null for an error of another kind. */
export function databaseWords(error: unknown): string | null {
  const said = error instanceof DrizzleQueryError ? error.cause : error;
  const code = said instanceof Error && "code" in said && typeof said.code === "string" ? said.code : null;
  if (!(said instanceof Error) || code === null)
    return error instanceof DrizzleQueryError ? "a query failed" : null;
  return quotesTheValue.test(code) || said.message === "" ? `error ${code}` : said.message;
}

/** The tables of the platform, in order of their names. */
export async function tableNames(db: Db): Promise<string[]> {
  const tables = rowsOf<{ name: string }>(
    await db.execute(
      sql`select tablename as name from pg_tables where schemaname = current_schema() order by 1`,
    ),
  );
  return tables.map(({ name }) => name);
}

export async function countRows(db: Db, table: string): Promise<number> {
  const [found] = rowsOf<{ count: number }>(
    await db.execute(sql`select count(*)::int as count from ${sql.identifier(table)}`),
  );
  return found?.count ?? 0;
}

/** Has moments written in UTC for the rest of the transaction, so that the same row is the same text everywhere. */
export async function writeMomentsInUtc(tx: Db): Promise<void> {
  await tx.execute(sql`select set_config('timezone', 'UTC', true)`);
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Works without foreign keys and makes them again afterwards, which checks every row: so the order of tables and rows
 * is of no matter. For the owner of the tables, in one transaction.
 */
export async function withoutForeignKeys<Value>(tx: Db, work: () => Promise<Value>): Promise<Value> {
  const keys = rowsOf<ForeignKey>(
    await tx.execute(sql`
      select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
      where k.contype = 'f' and k.conparentid = 0
      order by 1, 2`),
  );
  const alter = (table: string) => sql`alter table ${sql.identifier(table)}`;
  for (const { table, name } of keys)
    await tx.execute(sql`${alter(table)} drop constraint ${sql.identifier(name)}`);
  const value = await work();
  for (const { table, name, definition } of keys)
    // The catalogue's own words for what it had a moment ago.
    await tx.execute(sql`${alter(table)} add constraint ${sql.identifier(name)} ${sql.raw(definition)}`);
  return value;
}

export interface SequenceState {
  name: string;
  last: string;
  isCalled: boolean;
}

/** Where each sequence stands. */
export async function readSequences(tx: Db): Promise<SequenceState[]> {
  const names = rowsOf<{ name: string }>(
    await tx.execute(
      sql`select sequencename as name from pg_sequences where schemaname = current_schema() order by 1`,
    ),
  );
  const states: SequenceState[] = [];
  for (const { name } of names) {
    const [state] = rowsOf<{ last: string; called: boolean }>(
      await tx.execute(
        sql`select last_value::text as last, is_called as called from ${sql.identifier(name)}`,
      ),
    );
    if (state !== undefined) states.push({ name, last: state.last, isCalled: state.called });
  }
  return states;
}

export async function writeSequences(tx: Db, states: readonly SequenceState[]): Promise<void> {
  for (const { name, last, isCalled } of states)
    await tx.execute(
      sql`select setval(quote_ident(${name})::regclass, ${last}::bigint, ${isCalled}::boolean)`,
    );
}
