import { and, asc, count, eq, gt, gte, isNull, lte, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { editionTerms } from "#db/schema/edition.ts";
import { incidentImports } from "#db/schema/incident.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** The term of the boundaries that an import was counted in. */
const countedIn = and(
  eq(editionTerms.noun, "boundaries"),
  lte(editionTerms.inForceFrom, incidentImports.importedAt),
  or(isNull(editionTerms.inForceTo), gt(editionTerms.inForceTo, incidentImports.importedAt)),
);

const isOtherEdition = (db: Db) => ne(editionTerms.editionId, editionIdAt(db, "boundaries"));

/** How many months were counted in other boundaries than those in force. */
export async function countMonthsOfOtherBoundaries(db: Db): Promise<number> {
  const [found] = await db
    .select({ months: count() })
    .from(incidentImports)
    .innerJoin(editionTerms, countedIn)
    .where(isOtherEdition(db));
  return found?.months ?? 0;
}

/**
 * The months, from one to another, that were counted while a neighbourhood had another shape than it has, or was none:
 * held against the others, they would show a rise or fall that never was.
 */
export async function monthsOfOtherShape(
  db: Db,
  neighbourhoodId: string,
  from: Day,
  to: Day,
): Promise<Day[]> {
  const [was, is] = [alias(boundaries, "was"), alias(boundaries, "now_is")];
  const sameShape = db
    .select({ one: sql`1` })
    .from(was)
    .innerJoin(is, and(eq(is.neighbourhoodId, was.neighbourhoodId), eq(is.geometry, was.geometry)))
    .where(
      and(
        eq(was.neighbourhoodId, neighbourhoodId),
        eq(was.editionId, editionTerms.editionId),
        eq(is.editionId, editionIdAt(db, "boundaries")),
      ),
    );
  const rows = await db
    .selectDistinct({ month: incidentImports.month })
    .from(incidentImports)
    .innerJoin(editionTerms, countedIn)
    .where(
      and(
        gte(incidentImports.month, from),
        lte(incidentImports.month, to),
        isOtherEdition(db),
        notExists(sameShape),
      ),
    )
    .orderBy(asc(incidentImports.month));
  return rows.map(({ month }) => month);
}
