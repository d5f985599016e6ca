import { sql } from "drizzle-orm";
import { keptMonths } from "#app/domain/abstraction/kept-months.ts";
import { monthsOf, type Month, type Span } from "#app/domain/abstraction/month.ts";
import { versionsOf } from "#app/domain/abstraction/versions.ts";
import { abstractionDefinitions } from "#db/schema/abstraction.ts";
import type { Db } from "#db/types.ts";
import { insertMonths } from "./abstraction-month-rows.ts";
import { attachmentGap, wholeAttachments } from "./abstraction-pieces.ts";
import { disposedBefore } from "./disposed-before.ts";
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
  const reached = [...touched, ...(await attachmentsWithin(tx, touched))];
  const months = [...new Set(reached.flatMap((span) => monthsOf(span)))].sort();
  const begun = await holdNewMonths(tx, months);
  await renewFigures(tx, { months: begun, neighbourhoodIds: null });
  await renewFigures(tx, { months: months.filter((month) => !begun.includes(month)), neighbourhoodIds });
  return value;
}

const figuresKey = sql`hashtextextended('abstraction:figures', 0)`;

/** Waits for all who keep figures and keeps them out until the transaction ends: for what changes every figure. */
export async function holdAllFigures(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${figuresKey})`);
}

/** The neighbourhoods that posts serve in any teams that were in force, held until the transaction ends. */
async function holdNeighbourhoods(tx: Db, postIds: readonly string[]): Promise<string[]> {
  // why: a statement of its own, so that the next one sees the teams of whoever was waited for.
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${figuresKey})`);
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      select l.neighbourhood_id::text as id from post_allocations l
      where l.post_id = any(${uuidArray(postIds)})
        and l.edition_id in (select t.edition_id from edition_terms t where t.noun = 'teams')
      group by 1 order by 1`),
  );
  const ids = rows.map(({ id }) => id);
  await holdInOrder(tx, ids);
  return ids;
}

/** Of these months those that nobody has figures of, held: their rows are made for every neighbourhood at once. */
async function holdNewMonths(tx: Db, months: readonly Month[]): Promise<Month[]> {
  const unknown = await monthsWithoutFigures(tx, months);
  if (unknown.length === 0) return [];
  await holdInOrder(tx, unknown);
  // Once more: whoever was waited for may have made them.
  return monthsWithoutFigures(tx, unknown);
}

async function monthsWithoutFigures(tx: Db, months: readonly Month[]): Promise<Month[]> {
  const rows = rowsOf<{ month: Month }>(
    await tx.execute(sql`
      select m.month::text as month from unnest(${`{${months.join(",")}}`}::date[]) as m (month)
      where not exists (select from abstraction_months a where a.month = m.month)
      order by 1`),
  );
  return rows.map(({ month }) => month);
}

/** One statement, in one order, so that two of them never wait for each other in a circle. */
async function holdInOrder(tx: Db, names: readonly string[]): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('abstraction:' || name, 0))
    from (select unnest(${`{${names.join(",")}}`}::text[]) as name order by 1) held`);
}

/** From where something was touched to the end of the attachments that it lengthens or shortens. */
async function attachmentsWithin(tx: Db, touched: readonly TouchedSpan[]): Promise<Span[]> {
  const rows = rowsOf<{ from: number; to: number }>(
    await tx.execute(sql`
      with touched as (
        select * from unnest(${uuidArray(touched.map(({ postId }) => postId))},
          ${instants(touched.map(({ from }) => from))}, ${instants(touched.map(({ to }) => to))})
          as t (post_id, starts_at, ends_at))
      select extract(epoch from min(t.starts_at))::float8 * 1000 as "from", extract(epoch from max(a.ends_at))::float8 * 1000 as "to"
      from touched t
      join (${wholeAttachments(sql`select post_id from touched`)}) a on a.post_id = t.post_id
        and a.starts_at <= t.ends_at + ${attachmentGap} and a.ends_at >= t.starts_at - ${attachmentGap}
      group by t.post_id, t.starts_at, t.ends_at`),
  );
  return rows.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
}

const instants = (dates: readonly Date[]) =>
  sql`${`{${dates.map((date) => date.toISOString()).join(",")}}`}::timestamptz[]`;

/**
 * Works out months of neighbourhoods (of all, with null) from duties and entries, in place of what was there. A month
 * of which any have been disposed of stays as it was kept.
 */
export async function renewFigures(
  tx: Db,
  {
    months: wantedMonths,
    neighbourhoodIds,
  }: { months: readonly Month[]; neighbourhoodIds: readonly string[] | null },
): Promise<void> {
  if (wantedMonths.length === 0 || neighbourhoodIds?.length === 0) return;
  const months = keptMonths(wantedMonths, await disposedBefore(tx));
  if (months.length === 0) return;
  const gone = sql`month = any(${`{${months.join(",")}}`}::date[])
    and ${neighbourhoodIds === null ? sql`true` : sql`neighbourhood_id = any(${uuidArray(neighbourhoodIds)})`}`;
  await tx.execute(sql`
    with gone_codes as (delete from abstraction_month_codes where ${gone}),
      gone_hours as (delete from abstraction_month_hours where ${gone})
    delete from abstraction_months where ${gone}`);
  const definitions = await tx
    .select({ version: abstractionDefinitions.version, effectiveFrom: abstractionDefinitions.effectiveFrom })
    .from(abstractionDefinitions);
  const wanted = months.flatMap((month) =>
    versionsOf(month, definitions).map((version) => ({ month, version })),
  );
  await tx.execute(insertMonths(wanted, neighbourhoodIds));
}
