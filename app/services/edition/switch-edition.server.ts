import type { EditionNoun } from "#app/domain/edition/edition.ts";
import { monthOf } from "#app/domain/abstraction/month.ts";
import { holdAllFigures, renewFigures } from "#db/queries/abstraction-figures.ts";
import { listFigureMonths } from "#db/queries/abstraction-renewal.ts";
import { listTerms, switchTerm } from "#db/queries/edition-switch.ts";
import type { Db } from "#db/types.ts";

/**
 * Puts an edition in force, or nothing. How the time of posts is shared belongs to the teams: with others, the months
 * that are not over are worked out anew; with the first that ever were, all months.
 */
export async function switchEdition(
  tx: Db,
  noun: EditionNoun,
  editionId: string | null,
  now: Date,
): Promise<void> {
  if (noun !== "teams") return switchTerm(tx, noun, editionId, now);
  await holdAllFigures(tx);
  const isFirst = (await listTerms(tx, noun)).length === 0;
  await switchTerm(tx, noun, editionId, now);
  const months = await listFigureMonths(tx, isFirst ? null : monthOf(now));
  await renewFigures(tx, { months, neighbourhoodIds: null });
}
