import { createHash } from "node:crypto";
import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { PgTable, PgText } from "drizzle-orm/pg-core";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { sides, wordsOf } from "./tasking-tenants-words.ts";

/** Every table of joint work, whichever is added. What residents read of it is no part of that. */
export const restricted: readonly PgTable[] = Object.values<unknown>(schema)
  .filter((one): one is PgTable => is(one, PgTable))
  .filter((table) => /^(?:tasking|impact|agreement|agency)_|^agreements$/.test(getTableName(table)))
  .filter((table) => getTableName(table) !== "tasking_public_lines");

// Made by the platform or chosen from a list, and nobody's words.
const chosen = new Set(["reference", "code", "hash", "theme"]);

const inTable = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** All rows of a table that whoever asks may see. */
export const allOf = async (db: Db, table: PgTable): Promise<Record<string, unknown>[]> =>
  rowsOf<{ row: Record<string, unknown> }>(
    await db.execute(sql`select to_jsonb(t) as row from ${table} t`),
  ).map(({ row }) => row);

/** The columns that somebody writes in and in which a word is missing, by the area that has none there. */
export async function unplanted(db: Db): Promise<string[]> {
  const missing: string[] = [];
  for (const table of restricted) {
    const written = Object.entries(getTableColumns(table)).filter(
      ([key, column]) => is(column, PgText) && !chosen.has(key),
    );
    const rows = await allOf(db, table);
    for (const [key] of written)
      for (const side of sides)
        if (!rows.some((row) => wordsOf(JSON.stringify(row[inTable(key)] ?? null), side).length > 0))
          missing.push(`${getTableName(table)}.${key} of ${side}`);
  }
  return missing;
}

const besides = [schema.accounts, schema.appointments, schema.agencies, schema.plans, schema.planFields];
const told = [schema.planActions, schema.priorities, schema.messages, schema.staffNotices];

/** What stands in every table that a form of joint work might change. When an account or a key was used last is no change. */
export async function digestOf(db: Db): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const table of [...restricted, ...besides, ...told]) {
    const rows = (await allOf(db, table)).map((row) =>
      JSON.stringify(Object.entries(row).filter(([column]) => !column.startsWith("last_"))),
    );
    digests[getTableName(table)] = createHash("sha256").update(rows.sort().join("\n")).digest("hex");
  }
  return digests;
}
