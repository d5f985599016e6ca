import { and, eq, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { EditionNoun } from "#app/domain/edition/edition.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

const { editions } = schema;

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

const isStaged = (editionId: string) => and(eq(editions.id, editionId), eq(editions.status, "staging"));

/** The edition of a noun that is being written, or that an interrupted import left; null when there is none. */
export async function findStagedId(db: Db, noun: EditionNoun): Promise<string | null> {
  const [staged] = await db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.noun, noun), eq(editions.status, "staging")))
    .limit(1);
  return staged?.id ?? null;
}

/** Opens an edition to write under; nothing reads it yet. */
export async function insertStaged(
  db: Db,
  values: Omit<typeof editions.$inferInsert, "id" | "status">,
): Promise<string> {
  const [edition] = await db
    .insert(editions)
    .values({ ...values, status: "staging" })
    .returning({ id: editions.id });
  if (edition === undefined) throw new Error("The database returned no edition.");
  return edition.id;
}

/** What a staged edition is about and carries in `report`; null once it is whole or gone. */
export async function findStaged(
  db: Db,
  editionId: string,
): Promise<{ noun: EditionNoun; report: unknown } | null> {
  const [staged] = await db
    .select({ noun: editions.noun, report: editions.report })
    .from(editions)
    .where(isStaged(editionId));
  return staged ?? null;
}

/** Changes a staged edition and gives its noun; null, and no change, once it is whole or gone. */
export async function updateStaged(
  db: Db,
  editionId: string,
  values: Partial<Pick<typeof editions.$inferInsert, "report" | "status" | "createdAt">>,
): Promise<EditionNoun | null> {
  const [staged] = await db
    .update(editions)
    .set(values)
    .where(isStaged(editionId))
    .returning({ noun: editions.noun });
  return staged?.noun ?? null;
}

/** Removes up to `limit` rows of a staged edition, or at last the edition itself; false when nothing is left. */
export async function deleteSomeOfStaged(db: Db, editionId: string, limit: number): Promise<boolean> {
  const staged = await findStaged(db, editionId);
  if (staged === null) return false;
  for (const table of tablesOf[staged.noun]) {
    const removed = await db
      .delete(table)
      .where(
        sql`ctid = any(array(select ctid from ${table} where ${eq(table.editionId, editionId)} limit ${limit}))`,
      )
      .returning({ one: sql<number>`1` });
    if (removed.length > 0) return true;
  }
  await db.delete(editions).where(isStaged(editionId));
  return false;
}
