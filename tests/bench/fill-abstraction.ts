import { sql } from "drizzle-orm";
import { addMonths, monthOf, type Month } from "#app/domain/abstraction/month.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import type { Db } from "#db/types.ts";

/** The teams of the demonstration with as many response teams as it has BCUs. */
async function fillTeams(db: Db, now: Date) {
  await fillDemonstration(db, now, () => undefined);
  await db.execute(sql`
    insert into response_teams (code, name, minimum)
    select 'BENCH-' || n, 'Response ' || n, 8 from generate_series(1, 4) as n`);
}

/**
 * The demonstration's 374 posts with duties and entries of so many years up to the end of last month: four days on and
 * two off in shifts that rotate, something logged in two of nine, so that two years hold about 180,000 duties and
 * 40,000 entries. The monthly figures are left to be worked out. Answers the months, the earliest first.
 */
export async function fillAbstraction(
  db: Db,
  now: Date,
  { years = 2 }: { years?: number } = {},
): Promise<Month[]> {
  await fillTeams(db, now);
  const last = monthOf(now);
  const first = addMonths(last, -12 * years);
  await db.execute(sql`
    with counted as (
      select d.post_id, row_number() over (order by d.post_id) as number
      from post_details d
      join edition_terms t on t.edition_id = d.edition_id and t.in_force_to is null
      where d.kind in ('sergeant', 'pc', 'pcso')),
    worked as (
      select post_id, number, day, ((day - ${first}::date) + number) / 6 as block
      from counted, lateral (
        select g::date as day from generate_series(${first}::date::timestamp, ${last}::date - interval '1 day', '1 day') g) days
      where ((day - ${first}::date) + number) % 6 < 4),
    timed as (
      select w.*, (day + (array['07:00', '14:00', '22:00'])[1 + block % 3]::time) at time zone 'Europe/London' as starts_at,
        ((day - ${first}::date) * 7919 + number * 104729) % 1000 as chance
      from worked w),
    inserted as (
      insert into duties (post_id, starts_at, ends_at, source, confirmed_as, confirmed_at, is_confirmed_in_time)
      select post_id, starts_at, starts_at + interval '9 hours', 'roster',
        case when chance < 970 then (case when chance < 220 then 'logged' else 'nil' end)::duty_confirmation end,
        case when chance < 970 then starts_at + interval '3 days' end, chance < 970
      from timed)
    insert into abstraction_entries (id, version, post_id, starts_at, ends_at, code, source, authoriser_role,
      exempt_incident, response_team_id, minimum, actual, entered_at)
    select gen_random_uuid(), 1, post_id, starts_at + chance % 4 * interval '1 hour',
      starts_at + (chance % 4 + 1 + chance % 7) * interval '1 hour', code, 'log',
      case when chance % 3 > 0 then 'inspector' end, case when chance % 50 = 0 then 'A flood' end,
      case when code = 'R1' then (select id from response_teams where code = 'BENCH-' || 1 + chance % 4) end, 8, 6, starts_at
    from (
      select t.*, (array['R1', 'R1', 'R1', 'C1', 'A1', 'S1', 'T1', 'L1', 'N3', 'N2', 'U3'])[1 + (chance + number) % 11] as code
      from timed t where chance < 220) e`);
  await db.execute(sql`analyze`);
  return Array.from({ length: 12 * years }, (_, month) => addMonths(first, month));
}
