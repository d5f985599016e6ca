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

/** The columns that somebody writes in and in which a word is missing, by the area that has none there. */
export async function unplanted(db: Db): Promise<string[]> {
  const missing: string[] = [];
  for (const table of restricted) {
    const name = getTableName(table);
    const columns = Object.entries(getTableColumns(table)).filter(
      ([key, column]) => is(column, PgText) && !chosen.has(key),
    );
    const rows = await db.select().from(table);
    for (const [key] of columns)
      for (const side of sides)
        if (
          !rows.some((row: Readonly<Record<string, unknown>>) => wordsOf(String(row[key]), side).length > 0)
        )
          missing.push(`${name}.${key} of ${side}`);
  }
  return missing;
}

const besides = [schema.accounts, schema.appointments, schema.agencies, schema.plans, schema.planFields];
const told = [schema.planActions, schema.priorities, schema.messages, schema.staffNotices];

/** What stands in every table that a form of joint work might change. When a key was used last is no change. */
export async function digestOf(db: Db): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const table of [...restricted, ...besides, ...told]) {
    const rows = rowsOf<{ row: Record<string, unknown> }>(
      await db.execute(sql`select to_jsonb(t) as row from ${table} t`),
    ).map(({ row: { last_used_at: _, ...row } }) => JSON.stringify(row));
    digests[getTableName(table)] = createHash("sha256").update(rows.sort().join("\n")).digest("hex");
  }
  return digests;
}
