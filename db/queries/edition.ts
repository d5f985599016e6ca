import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { editionNouns, type EditionLabel, type EditionNoun } from "#app/domain/edition/edition.ts";
import { editions, editionTerms } from "#db/schema/edition.ts";
import type { Db } from "#db/types.ts";

/** An edition that answers: its label, what it is about and since when. */
export interface EditionInForce extends EditionLabel {
  noun: EditionNoun;
  digest: string;
  inForceFrom: Date;
}

const columns = {
  id: editions.id,
  noun: editions.noun,
  source: editions.source,
  date: editions.sourceDate,
  attribution: editions.attribution,
  isIllustrative: editions.isIllustrative,
  digest: editions.digest,
  inForceFrom: editionTerms.inForceFrom,
};

/** The edition of a noun in force now, or at a moment of the past; null where there was none. */
export async function editionInForce(db: Db, noun: EditionNoun, at?: Date): Promise<EditionInForce | null> {
  const during =
    at === undefined
      ? isNull(editionTerms.inForceTo)
      : and(
          lte(editionTerms.inForceFrom, at),
          or(isNull(editionTerms.inForceTo), gt(editionTerms.inForceTo, at)),
        );
  const rows = await db
    .select(columns)
    .from(editionTerms)
    .innerJoin(editions, eq(editions.id, editionTerms.editionId))
    .where(and(eq(editionTerms.noun, noun), during))
    .orderBy(desc(editionTerms.number))
    .limit(1);
  return rows[0] ?? null;
}

/** What is in force now for every noun, null where nothing is loaded; one query. */
export async function editionsInForce(db: Db): Promise<Record<EditionNoun, EditionInForce | null>> {
  const rows = await db
    .select(columns)
    .from(editionTerms)
    .innerJoin(editions, eq(editions.id, editionTerms.editionId))
    .where(isNull(editionTerms.inForceTo))
    .limit(editionNouns.length);
  const of = (noun: EditionNoun) => rows.find((row) => row.noun === noun) ?? null;
  return {
    boundaries: of("boundaries"),
    postcodes: of("postcodes"),
    structure: of("structure"),
    teams: of("teams"),
    places: of("places"),
  };
}

/** One stretch of time in which an edition was in force; `inForceTo` is null for the one that is. */
export interface EditionTerm extends EditionInForce {
  number: number;
  inForceTo: Date | null;
}

/** The terms of a noun, the latest first. */
export function listEditions(db: Db, noun: EditionNoun, limit = 100): Promise<EditionTerm[]> {
  return db
    .select({ ...columns, number: editionTerms.number, inForceTo: editionTerms.inForceTo })
    .from(editionTerms)
    .innerJoin(editions, eq(editions.id, editionTerms.editionId))
    .where(eq(editionTerms.noun, noun))
    .orderBy(desc(editionTerms.number))
    .limit(limit);
}
