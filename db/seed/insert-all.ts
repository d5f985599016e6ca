import { getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/types.ts";

/** As drizzle's casing names it in the database. */
const columnOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Adds many rows, those that fill the same columns in one statement: as JSON, of which the database reads ten times
 * as many in a second as it does of parameters. Columns that are left out get their defaults.
 */
export async function insertAll<Table extends PgTable>(
  tx: Db,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  const name = sql.identifier(getTableName(table));
  const alike = new Map<string, { keys: string[]; rows: Record<string, unknown>[] }>();
  for (const row of rows) {
    const filled = Object.entries(row).filter(([, value]) => value !== undefined);
    const keys = filled.map(([key]) => key).sort();
    const signature = keys.join(" ");
    const group = alike.get(signature) ?? { keys, rows: [] };
    group.rows.push(Object.fromEntries(filled.map(([key, value]) => [columnOf(key), value])));
    alike.set(signature, group);
  }
  for (const group of alike.values()) {
    const columns = sql.join(
      group.keys.map((key) => sql.identifier(columnOf(key))),
      sql`, `,
    );
    await tx.execute(
      sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(group.rows)}::jsonb)`,
    );
  }
}
