import { and, eq, exists, notExists, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { boundaries } from "#db/schema/boundary.ts";
import { successions } from "#db/schema/neighbourhood.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** Whether boundaries that came later left a neighbourhood out, and others took its place. */
export const isGone = (db: Db, neighbourhoodId: AnyPgColumn): SQL => {
  const succession = db
    .select({ id: successions.fromId })
    .from(successions)
    .where(eq(successions.fromId, neighbourhoodId));
  const boundary = db
    .select({ id: boundaries.neighbourhoodId })
    .from(boundaries)
    .where(
      and(
        eq(boundaries.neighbourhoodId, neighbourhoodId),
        eq(boundaries.editionId, editionIdAt(db, "boundaries")),
      ),
    );
  return sql`(${exists(succession)} and ${notExists(boundary)})`;
};
