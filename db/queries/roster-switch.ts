import { sql, type SQL } from "drizzle-orm";
import { emptyAccount, type RosterAccount } from "#app/domain/roster/account.ts";
import { mostDutyHours } from "#app/domain/roster/read-row.ts";
import type { RosterRowState } from "#app/domain/abstraction/words.ts";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";
import { uuidArray } from "./uuid.ts";

/** Of what a roster speaks. */
export interface RosterReach {
  rosterId: string;
  postIds: readonly string[];
  /** Its duties begin in this time. */
  from: Date;
  /** Not part of it. */
  to: Date;
  /** What it says all of: there the duties of earlier rosters are replaced. */
  dutyDays: readonly PostSpan[];
  /** The same of entries. */
  entryDays: readonly PostSpan[];
}

/** A time of a post. */
export interface PostSpan {
  postId: string;
  from: Date;
  to: Date;
}

const longest = sql.raw(`interval '${mostDutyHours} hours'`);
const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** Times of posts as rows (post_id, starts_at, ends_at); they do not overlap. */
export const spanRows = (spans: readonly PostSpan[]): SQL => {
  const rows = spans.map(({ postId, from, to }) => ({ post_id: postId, starts_at: from, ends_at: to }));
  return sql`(select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as s(post_id uuid, starts_at timestamptz, ends_at timestamptz))`;
};

/** Whether a duty is one of an earlier roster that this one replaces, with `spanRows` of its days as `c`. */
const isReplaced = sql`d.source = 'roster' and c.post_id = d.post_id
  and d.starts_at >= c.starts_at and d.starts_at < c.ends_at`;

/**
 * Whether the next statements of this transaction may look a row up for each of many. Rows that were staged just now have
 * no statistics: the planner takes them for a few, and compares all of them with each other.
 */
export async function allowNestedLoops(tx: Db, isAllowed: boolean): Promise<void> {
  await tx.execute(sql`select set_config('enable_nestloop', ${isAllowed ? "on" : "off"}, true)`);
}

/** Marks the rows whose duty is there already, whoever entered it. */
export async function markUnchangedDuties(tx: Db, { rosterId }: RosterReach): Promise<void> {
  await tx.execute(sql`
    update roster_rows r set state = 'unchanged' from duties d
    where r.roster_id = ${rosterId} and r.state = 'taken' and r.code is null
      and d.post_id = r.post_id and d.starts_at = r.starts_at and d.ends_at = r.ends_at`);
}

/** Refuses the rows of days that may be published, where they would change anything. */
export async function refuseLate(tx: Db, { rosterId }: RosterReach, notBefore: Date): Promise<void> {
  await tx.execute(sql`
    update roster_rows r set state = 'refused', reason =
      'It is more than 35 days back, and may be published: an inspector of the area puts it right at Duties or Log'
    where r.roster_id = ${rosterId} and r.state = 'taken' and r.starts_at < ${instant(notBefore)}`);
}

/**
 * Rows to be taken that meet one of the spans (post_id, starts_at, ends_at) of `duties`, each with one that it meets.
 * Neither overlaps its own kind: a row meets the one that began last before it, the next one, or none. So all is said
 * by one pass in order of time, however many there are.
 */
const rowsThatMeet = (rosterId: string, duties: SQL): SQL => sql`
  select line, post_id, case when ended > starts_at then began else begins end as duty_starts_at
  from (
    select line, post_id, starts_at, ends_at,
      max(duty_starts_at) over until_it as began, max(duty_ends_at) over until_it as ended,
      min(duty_starts_at) over from_it as begins
    from (
      select r.line, r.post_id, r.starts_at, r.ends_at,
        null::timestamptz as duty_starts_at, null::timestamptz as duty_ends_at
      from roster_rows r where r.roster_id = ${rosterId} and r.state = 'taken' and r.code is null
      union all
      select null, d.post_id, d.starts_at, d.ends_at, d.starts_at, d.ends_at from (${duties}) d
    ) in_time
    window until_it as (partition by post_id order by starts_at, line nulls first),
      from_it as (partition by post_id order by starts_at, line nulls first
        rows between current row and unbounded following)
  ) beside
  where line is not null and (ended > starts_at or begins < ends_at)`;

/** Refuses the rows that overlap a duty which stays. */
export async function refuseOverlapping(tx: Db, reach: RosterReach): Promise<void> {
  const { rosterId, postIds, from, to, dutyDays } = reach;
  const stays = sql`
    select d.post_id, d.starts_at, d.ends_at from duties d left join ${spanRows(dutyDays)} c on ${isReplaced}
    where d.post_id = any(${uuidArray(postIds)}) and c.post_id is null
      and d.starts_at > ${instant(from)} - ${longest} and d.starts_at < ${instant(to)} + ${longest}`;
  await tx.execute(sql`
    update roster_rows r set state = 'refused',
      reason = case d.source when 'roster' then 'It overlaps a duty of another roster, which stays: '
          else 'It overlaps a duty that was entered here, which stays: ' end
        || to_char(d.starts_at at time zone 'Europe/London', 'FMDD FMMonth YYYY HH24:MI') || ' to '
        || to_char(d.ends_at at time zone 'Europe/London', 'HH24:MI')
    from (${rowsThatMeet(rosterId, stays)}) met
    join duties d on d.post_id = met.post_id and d.starts_at = met.duty_starts_at
    where r.roster_id = ${rosterId} and r.line = met.line`);
}

/** Removes the duties that this roster replaces, and says on the rows in whose place a confirmed one stood. */
export async function removeReplaced(
  tx: Db,
  reach: RosterReach,
): Promise<{ removed: number; confirmed: number }> {
  const { rosterId, dutyDays } = reach;
  const confirmed = sql`select post_id, starts_at, ends_at from gone where confirmed_at is not null`;
  const [counts] = rowsOf<{ removed: number; confirmed: number }>(
    await tx.execute(sql`
      with gone as (
        delete from duties d using ${spanRows(dutyDays)} c where ${isReplaced} and not exists (
          select from roster_rows r where r.roster_id = ${rosterId} and r.code is null and r.state = 'unchanged'
            and r.post_id = d.post_id and r.starts_at = d.starts_at and r.ends_at = d.ends_at)
        returning d.post_id, d.starts_at, d.ends_at, d.confirmed_at
      ), noted as (
        update roster_rows r set reason = 'It takes the place of a duty that was confirmed: it is to be confirmed again'
        from (${rowsThatMeet(rosterId, confirmed)}) met
        where r.roster_id = ${rosterId} and r.line = met.line
      )
      select count(*)::int as removed, count(confirmed_at)::int as confirmed from gone`),
  );
  return counts ?? { removed: 0, confirmed: 0 };
}

export async function addRosterDuties(tx: Db, { rosterId }: RosterReach): Promise<void> {
  await tx.execute(sql`
    insert into duties (post_id, starts_at, ends_at, source, source_reference, roster_id)
    select r.post_id, r.starts_at, r.ends_at, 'roster', r.source_reference, r.roster_id from roster_rows r
    where r.roster_id = ${rosterId} and r.state = 'taken' and r.code is null
    order by r.line`);
}

/** What became of every row. */
export async function countRosterRows(db: Db, rosterId: string): Promise<RosterAccount> {
  const account = emptyAccount();
  const rows = rowsOf<{ state: RosterRowState; rows: number; minutes: number }>(
    await db.execute(sql`
      select r.state::text as state, count(*)::int as rows,
        coalesce(sum(extract(epoch from r.ends_at - r.starts_at)) / 60, 0)::float8 as minutes
      from roster_rows r where r.roster_id = ${rosterId} group by 1`),
  );
  for (const { state, rows: count, minutes } of rows) account[state] = { rows: count, minutes };
  return account;
}
