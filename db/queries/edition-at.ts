import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { EditionNoun } from "#app/domain/edition/edition.ts";
import { editionTerms } from "#db/schema/edition.ts";
import type { Db } from "#db/types.ts";

/**
 * The id of the edition of a noun in force now, or at a moment of the past, as a subquery: compare an `editionId`
 * with it by `eq`. It is null, and so matches nothing, where no edition was in force.
 */
export const editionIdAt = (db: Db, noun: EditionNoun, at?: Date) =>
  db
    .select({ editionId: editionTerms.editionId })
    .from(editionTerms)
    .where(
      and(
        eq(editionTerms.noun, noun),
        at === undefined
          ? isNull(editionTerms.inForceTo)
          : and(
              lte(editionTerms.inForceFrom, at),
              or(isNull(editionTerms.inForceTo), gt(editionTerms.inForceTo, at)),
            ),
      ),
    )
    .orderBy(desc(editionTerms.number))
    .limit(1);
