import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db } from "#db/types.ts";
import * as schema from "#db/schema/index.ts";
import { lastMigration } from "./migration.ts";
import { rowsOf } from "./rows.ts";

/** What stands in a database that something is to be moved into. */
export interface TargetState {
  /** "schema.table" of tables that hold a row, apart from the note of migrations. */
  filledTables: string[];
  /** The last migration, or "none". */
  migration: string;
}

/** Looks into a PostgreSQL without changing it. Throws what the driver says where it cannot be opened. */
export async function readTargetState(url: string): Promise<TargetState> {
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const db = drizzle(client, { schema, casing: "snake_case" });
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
      if (found?.filled === true) filledTables.push(`${room}.${name}`);
    }
    return { filledTables, migration: await lastMigration(db) };
  } finally {
    await client.end();
  }
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

/** How many rows of the audit record no longer have the hash that their contents make. */
export async function countChangedAuditRows(tx: Db): Promise<number> {
  const [found] = rowsOf<{ count: number }>(
    await tx.execute(
      sql`select count(*)::int as count from audit_events event where event.hash <> audit_hash(event)`,
    ),
  );
  return found?.count ?? 0;
}
