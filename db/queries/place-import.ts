import { places } from "#db/schema/place.ts";
import type { Db } from "#db/types.ts";

/** Writes places under a staged edition. */
export async function addPlaces(db: Db, rows: (typeof places.$inferInsert)[]): Promise<void> {
  await db.insert(places).values(rows);
}
