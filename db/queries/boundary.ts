import { asc, eq } from "drizzle-orm";
import { boundaries } from "#db/schema/boundary.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** Beyond any force: the largest in the country lists some 1,200. */
const mostNeighbourhoods = 5_000;

const columns = {
  neighbourhoodId: neighbourhoods.id,
  code: neighbourhoods.code,
  slug: neighbourhoods.slug,
  name: boundaries.name,
  description: boundaries.description,
  geometry: boundaries.geometry,
  centreLng: boundaries.centreLng,
  centreLat: boundaries.centreLat,
};

/** The neighbourhoods in force now, or at a moment of the past, by code; empty where there were none. */
export const boundariesInForce = (db: Db, at?: Date) =>
  db
    .select(columns)
    .from(boundaries)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, boundaries.neighbourhoodId))
    .where(eq(boundaries.editionId, editionIdAt(db, "boundaries", at)))
    .orderBy(asc(neighbourhoods.code))
    .limit(mostNeighbourhoods);

/** Writes neighbourhoods under an edition that is staged. */
export async function addBoundaries(db: Db, rows: (typeof boundaries.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(boundaries).values(rows);
}
