import { and, eq, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { setImmediate } from "node:timers/promises";
import type { EditionNoun } from "#app/domain/edition/edition.ts";
import * as schema from "#db/schema/index.ts";
import type { JobDeps } from "./import.server.ts";

type TableOfEdition = PgTable & { editionId: PgColumn };

const tablesOf: Record<EditionNoun, readonly TableOfEdition[]> = {
  boundaries: [schema.boundaries, schema.recordedPostcodes, schema.recordedOutwards],
  postcodes: [schema.postcodes, schema.outsidePostcodes],
  structure: [schema.placements],
  teams: [
    schema.postDetails,
    schema.postAllocations,
    schema.postHoldings,
    schema.contacts,
    schema.baseNeighbourhoods,
    schema.bases,
  ],
  places: [schema.places],
};

// Small enough that no transaction holds the embedded database, which serves residents meanwhile, for long.
const rowsAtOnce = 1_000;

/** Removes a staged edition and its rows, a few at a time. Does nothing to one that is whole. */
export async function clearEdition(
  { db }: Pick<JobDeps, "db">,
  editionId: string,
  noun: EditionNoun,
): Promise<void> {
  const staged = and(eq(schema.editions.id, editionId), eq(schema.editions.status, "staging"));
  const [edition] = await db.select({ id: schema.editions.id }).from(schema.editions).where(staged);
  if (edition === undefined) return;
  for (const table of tablesOf[noun]) {
    let removed = rowsAtOnce;
    while (removed === rowsAtOnce) {
      const rows = await db
        .delete(table)
        .where(
          sql`ctid = any(array(select ctid from ${table} where ${eq(table.editionId, editionId)} limit ${rowsAtOnce}))`,
        )
        .returning({ one: sql<number>`1` });
      removed = rows.length;
      await setImmediate();
    }
  }
  await db.delete(schema.editions).where(staged);
}
