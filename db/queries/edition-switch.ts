import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { editionNouns, type EditionNoun } from "#app/domain/edition/edition.ts";
import { editionTerms } from "#db/schema/edition.ts";
import type { Db } from "#db/types.ts";

// Any constant: it only keeps these locks apart from others of this platform.
const lockSpace = 7203;

/** One change of a noun's edition at a time, until the transaction ends. */
export async function lockNoun(tx: Db, noun: EditionNoun): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockSpace}::int, ${editionNouns.indexOf(noun)}::int)`);
}

/** The terms of a noun, the earliest first. */
export const listTerms = (tx: Db, noun: EditionNoun) =>
  tx
    .select({ editionId: editionTerms.editionId, from: editionTerms.inForceFrom, to: editionTerms.inForceTo })
    .from(editionTerms)
    .where(eq(editionTerms.noun, noun))
    .orderBy(asc(editionTerms.number));

/** Ends the open term of a noun and opens one on this edition; with null, leaves nothing in force. */
export async function switchTerm(
  tx: Db,
  noun: EditionNoun,
  editionId: string | null,
  now: Date,
): Promise<void> {
  const open = and(eq(editionTerms.noun, noun), isNull(editionTerms.inForceTo));
  const [current] = await tx.select({ from: editionTerms.inForceFrom }).from(editionTerms).where(open);
  // why: a clock set back must not end a term before it began.
  const from = current !== undefined && current.from > now ? current.from : now;
  await tx.update(editionTerms).set({ inForceTo: from }).where(open);
  if (editionId !== null) await tx.insert(editionTerms).values({ noun, editionId, inForceFrom: from });
}
