import { sql, type SQL } from "drizzle-orm";
import { mostDutyHours } from "#app/domain/roster/read-row.ts";
import type { Db } from "#db/types.ts";
import { spanRows, type PostSpan, type RosterReach } from "./roster-switch.ts";
import { rowsOf } from "./rows.ts";

interface Writer {
  now: Date;
  accountId: string | null;
}

const longest = sql.raw(`interval '${mostDutyHours} hours'`);
const notThere = "The roster does not have it any more";
const otherCode = "The roster has another code for it";

const coded = (rosterId: string): SQL =>
  sql`r.roster_id = ${rosterId} and r.state = 'taken' and r.code is not null`;
const same = sql`e.post_id = r.post_id and e.starts_at = r.starts_at and e.ends_at = r.ends_at`;
/** Written last by a roster, and by nobody here. */
const ofRosters = sql`e.is_latest and not e.is_withdrawn and e.source = 'roster' and e.request_id is null`;

/** Entries of earlier rosters, and nobody else's, that begin where this one says all; with when the last of them ends. */
export async function lastEndOfRosterEntries(tx: Db, { entryDays }: RosterReach): Promise<Date | null> {
  const [found] = rowsOf<{ last: number | null }>(
    await tx.execute(sql`
      select (extract(epoch from max(e.ends_at)) * 1000)::float8 as last
      from abstraction_entries e join ${spanRows(entryDays)} c
        on c.post_id = e.post_id and e.starts_at >= c.starts_at and e.starts_at < c.ends_at
      where ${ofRosters}`),
  );
  return found?.last == null ? null : new Date(found.last);
}

/** Marks the rows whose entry is there already: whoever wrote it, or as a roster had it before it was corrected here. */
export async function markUnchangedEntries(tx: Db, { rosterId }: RosterReach): Promise<void> {
  await tx.execute(sql`
    update roster_rows r set state = 'unchanged' from abstraction_entries e
    where ${coded(rosterId)} and ${same} and e.code = r.code and (
      (e.is_latest and not e.is_withdrawn) or (e.source = 'roster' and not e.is_withdrawn and exists (
        select from abstraction_entries l where l.id = e.id and l.is_latest
          and (l.source <> 'roster' or (l.is_withdrawn and l.change_reason is distinct from ${notThere})))))`);
}

/**
 * Makes the entries of rosters what this one says: one that it does not have any more is withdrawn, one with another
 * code gets that as its next version, and what is new is added. What somebody wrote or corrected here stays, and the row
 * is refused. Gives the entries that were withdrawn, and how many got another code.
 */
export async function writeRosterEntries(
  tx: Db,
  reach: RosterReach,
  writer: Writer,
): Promise<{ withdrawn: PostSpan[]; recoded: number }> {
  const recoded = await recode(tx, reach, writer);
  const withdrawn = await withdrawMissing(tx, reach, writer);
  await refuseCorrected(tx, reach);
  await tx.execute(sql`
    insert into abstraction_entries
      (id, version, post_id, starts_at, ends_at, code, source, is_planned, entered_by, entered_at)
    select gen_random_uuid(), 1, r.post_id, r.starts_at, r.ends_at, r.code, 'roster', true, ${written(writer)}
    from roster_rows r where ${coded(reach.rosterId)} and not exists (
      select from abstraction_entries e where ${same} and e.is_latest and not e.is_withdrawn)
    order by r.line`);
  return { withdrawn, recoded };
}

const written = ({ now, accountId }: Writer): SQL =>
  sql`${accountId}::uuid, ${now.toISOString()}::timestamptz`;

async function recode(tx: Db, { rosterId }: RosterReach, writer: Writer): Promise<number> {
  const rows = rowsOf(
    await tx.execute(sql`
      with before as (
        update abstraction_entries e set is_latest = false from roster_rows r
        where ${coded(rosterId)} and ${same} and ${ofRosters} and e.code <> r.code
        returning e.id, e.version, e.post_id, e.starts_at, e.ends_at, r.code
      )
      insert into abstraction_entries
        (id, version, post_id, starts_at, ends_at, code, source, is_planned, change_reason, entered_by, entered_at)
      select b.id, b.version + 1, b.post_id, b.starts_at, b.ends_at, b.code, 'roster', true, ${otherCode}, ${written(writer)}
      from before b returning id`),
  );
  return rows.length;
}

async function withdrawMissing(
  tx: Db,
  { rosterId, entryDays }: RosterReach,
  writer: Writer,
): Promise<PostSpan[]> {
  const rows = rowsOf<{ post_id: string; from: number; to: number }>(
    await tx.execute(sql`
      with before as (
        update abstraction_entries e set is_latest = false from ${spanRows(entryDays)} c
        where c.post_id = e.post_id and e.starts_at >= c.starts_at and e.starts_at < c.ends_at and ${ofRosters}
          and not exists (select from roster_rows r where r.roster_id = ${rosterId} and r.code is not null and ${same})
        returning e.id, e.version, e.post_id, e.starts_at, e.ends_at, e.code
      )
      insert into abstraction_entries
        (id, version, is_withdrawn, post_id, starts_at, ends_at, code, source, is_planned, change_reason, entered_by, entered_at)
      select b.id, b.version + 1, true, b.post_id, b.starts_at, b.ends_at, b.code, 'roster', true, ${notThere}, ${written(writer)}
      from before b
      returning post_id, (extract(epoch from starts_at) * 1000)::float8 as "from",
        (extract(epoch from ends_at) * 1000)::float8 as "to"`),
  );
  return rows.map(({ post_id, from, to }) => ({ postId: post_id, from: new Date(from), to: new Date(to) }));
}

/** Refuses the rows whose time stands here with another code, or was corrected here since a roster had it. */
async function refuseCorrected(tx: Db, { rosterId }: RosterReach): Promise<void> {
  await tx.execute(sql`
    update roster_rows r set state = 'refused', reason = 'The same time is logged here as ' || e.code || ': correct it there'
    from abstraction_entries e
    where ${coded(rosterId)} and ${same} and e.is_latest and not e.is_withdrawn and e.code <> r.code`);
  await tx.execute(sql`
    update roster_rows r set state = 'refused', reason = 'What a roster had at this time was corrected here since: correct it there'
    from abstraction_entries e join abstraction_entries l on l.id = e.id and l.is_latest
    where ${coded(rosterId)} and ${same} and e.source = 'roster' and not e.is_latest
      and (l.source <> 'roster' or (l.is_withdrawn and l.change_reason is distinct from ${notThere}))`);
}

/** Lets the confirmed duties in which entries were added or withdrawn say what is in them now. Who confirmed them stays. */
export async function accountForRoster(
  tx: Db,
  { rosterId }: RosterReach,
  withdrawn: readonly PostSpan[],
): Promise<void> {
  await tx.execute(sql`
    with changed as (
      select r.post_id, r.starts_at, r.ends_at from roster_rows r where ${coded(rosterId)}
      union all select post_id, starts_at, ends_at from ${spanRows(withdrawn)} w
    ), touched as (
      select distinct d.id, d.post_id, d.starts_at, d.ends_at from changed c
      join duties d on d.post_id = c.post_id and d.starts_at < c.ends_at and d.ends_at > c.starts_at
        and d.starts_at > c.starts_at - ${longest}
      where d.confirmed_at is not null
    ), now_is as (
      select t.id, (case when exists (
        select from abstraction_entries e where e.post_id = t.post_id and e.is_latest and not e.is_withdrawn
          and e.starts_at < t.ends_at and e.ends_at > t.starts_at) then 'logged' else 'nil' end)::duty_confirmation as said
      from touched t
    )
    update duties d set confirmed_as = n.said from now_is n where n.id = d.id and d.confirmed_as <> n.said`);
}
