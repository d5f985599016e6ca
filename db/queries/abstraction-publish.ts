import { sql, type SQL } from "drizzle-orm";
import type { Month } from "#app/domain/abstraction/month.ts";
import { sharesOfMinute } from "#app/domain/abstraction/shares.ts";
import type { Sums } from "#app/domain/abstraction/shown-figure.ts";
import type { PublishedPeriod, PublishedScope } from "#app/domain/abstraction/words.ts";
import { abstractionPublished } from "#db/schema/abstraction-published.ts";
import type { Db } from "#db/types.ts";
import { editionAtEnd } from "./edition-at-end.ts";
import { rowsOf } from "./rows.ts";

/** A figure that has to be published: for the first time, or because what it is made from has changed. */
export interface DueFigure extends Sums {
  scope: PublishedScope;
  scopeId: string | null;
  period: PublishedPeriod;
  startsOn: Month;
  /** Of the definition in force at the end of it. */
  version: number;
  posts: number;
  /** What was published last; null before the first. */
  before: (Sums & { revision: number }) | null;
}

const sums = [
  "established",
  "duty",
  "abstracted_a",
  "abstracted_b",
  "exempt",
  "lent",
  "duties",
  "confirmed",
] as const;
const each = (of: (column: string) => string) => sql.raw(sums.map(of).join(", "));
// Sums of bigint come as decimals; these stay far below what a double holds exactly.
const summed = each((column) => `sum(${column})::float8 as ${column}`);

// Posts are kept as what each with duty has there; of one in several neighbourhoods the parts come to one again.
const wholePosts = (posts: string) => sql.raw(`floor(${posts}::numeric / ${sharesOfMinute})::int`);

/** Sums of the months that are over for long enough, each by the definition of its day; specials are reported apart. */
const figures = (lastMonth: Month, lastQuarter: Month): SQL => sql`
  with versioned as (
    select version, effective_from, lead(effective_from) over (order by effective_from) as until
    from abstraction_definitions
  ), months as (
    select m.* from abstraction_months m
    join versioned v on v.version = m.version
      and m.month >= v.effective_from and (v.until is null or m.month < v.until)
    where not m.is_special and m.month <= ${lastMonth}::date
  ), editions_of as (
    select month, ${editionAtEnd("structure", sql`over.at`)} as structure_id
    from (select distinct month, (month + interval '1 month') at time zone 'Europe/London' as at from months) over
  ), figures as (
    select 'force' as scope, null::uuid as scope_id, 'month' as period, m.month as starts_on, m.month as last_month,
      max(m.version) as version, ${wholePosts("sum(posts)")} as posts, ${summed}
    from months m group by m.month
    union all
    select 'bcu', p.bcu_id, 'month', m.month, m.month, max(m.version), ${wholePosts("sum(posts)")}, ${summed}
    from months m
    join editions_of e on e.month = m.month
    join placements p on p.edition_id = e.structure_id and p.neighbourhood_id = m.neighbourhood_id
    group by m.month, p.bcu_id
    union all
    select 'neighbourhood', m.neighbourhood_id, 'quarter', date_trunc('quarter', m.month)::date, max(m.month),
      max(m.version), ${wholePosts("min(posts)")}, ${summed}
    from months m where date_trunc('quarter', m.month) <= ${lastQuarter}::date
    group by m.neighbourhood_id, date_trunc('quarter', m.month)
    -- Of fewer months it would be the rate of something else.
    having count(*) = 3
  )`;

type Row = Record<(typeof sums)[number], number> &
  Record<`old_${(typeof sums)[number]}`, number | null> & {
    scope: PublishedScope;
    scope_id: string | null;
    period: PublishedPeriod;
    starts_on: Month;
    version: number;
    posts: number;
    revision: number | null;
  };

/**
 * What is due by now, the earliest first. What was published is published anew where its sums differ, but not where it
 * ends before the month `correctedFrom`, nor where it was published since `quietSince`. Call it with the figures held.
 */
export async function listDueFigures(
  tx: Db,
  {
    lastMonth,
    lastQuarter,
    correctedFrom,
    quietSince,
    limit,
  }: { lastMonth: Month; lastQuarter: Month; correctedFrom: Month; quietSince: Date; limit: number },
): Promise<DueFigure[]> {
  const rows = rowsOf<Row>(
    await tx.execute(sql`
      ${figures(lastMonth, lastQuarter)}, latest as (
        select distinct on (scope, scope_key, period, starts_on) *
        from abstraction_published order by scope, scope_key, period, starts_on, revision desc
      )
      select f.scope, f.scope_id::text as scope_id, f.period, f.starts_on::text as starts_on, f.version,
        coalesce(f.posts, 0) as posts, ${each((column) => `f.${column}`)}, l.revision,
        ${each((column) => `l.${column}::float8 as old_${column}`)}
      from figures f
      left join latest l on l.scope::text = f.scope and l.scope_key = coalesce(f.scope_id::text, '')
        and l.period::text = f.period and l.starts_on = f.starts_on
      where l.id is null or (
        f.last_month >= ${correctedFrom}::date and l.published_at < ${quietSince.toISOString()}::timestamptz
        and (${each((column) => `f.${column}`)}) is distinct from (${each((column) => `l.${column}::float8`)}))
      order by f.starts_on, f.scope, f.scope_id
      limit ${limit}`),
  );
  return rows.map(dueOf);
}

const dueOf = (row: Row): DueFigure => ({
  scope: row.scope,
  scopeId: row.scope_id,
  period: row.period,
  startsOn: row.starts_on,
  version: row.version,
  posts: row.posts,
  established: row.established,
  duty: row.duty,
  abstractedA: row.abstracted_a,
  abstractedB: row.abstracted_b,
  exempt: row.exempt,
  lent: row.lent,
  duties: row.duties,
  confirmed: row.confirmed,
  before:
    row.revision === null
      ? null
      : {
          revision: row.revision,
          established: row.old_established ?? 0,
          duty: row.old_duty ?? 0,
          abstractedA: row.old_abstracted_a ?? 0,
          abstractedB: row.old_abstracted_b ?? 0,
          exempt: row.old_exempt ?? 0,
          lent: row.old_lent ?? 0,
          duties: row.old_duties ?? 0,
          confirmed: row.old_confirmed ?? 0,
        },
});

/** Freezes figures. */
export async function insertPublished(
  tx: Db,
  rows: readonly (typeof abstractionPublished.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(abstractionPublished).values([...rows]);
}

// Any constant that no other lock has.
const publicationLock = 7_203_106_2007;

/** Holds everybody else who would publish until the transaction ends. */
export async function lockPublication(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${publicationLock})`);
}
