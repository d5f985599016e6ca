import { sql } from "drizzle-orm";
import type { Db } from "#db/types.ts";

// Nothing overlaps that did not before; to be told so of each row takes longer than all that is measured.
const withoutOverlapCheck = (db: Db) => db.execute(sql`alter table duties drop constraint duties_no_overlap`);

const dutyColumns = sql`source, confirmed_as, confirmed_at, is_confirmed_in_time`;
const entryColumns = sql`code, source, authoriser_role, exempt_incident, response_team_id, minimum, actual, entered_at`;
const monthSums = [
  "posts",
  "established",
  "duty",
  "unavailable",
  "abstracted_a",
  "abstracted_b",
  "exempt",
  "unauthorised",
  "lent",
  "duties",
  "confirmed",
];
const figureTables = [
  ["abstraction_months", monthSums.join(", ")],
  ["abstraction_month_codes", "code, response_team, minutes, entries"],
  ["abstraction_month_hours", "hour, minutes"],
] as const;

/** Nine more of each post in the same neighbourhoods, with the same duties and entries: figures are ten times as much. */
export async function multiplyPosts(db: Db): Promise<void> {
  await withoutOverlapCheck(db);
  await db.execute(sql`
    create table copies as
      select d.post_id as old, gen_random_uuid() as id, n from (select distinct post_id from duties) d, generate_series(1, 9) n`);
  await db.execute(sql`
    insert into posts (id, reference) select c.id, p.reference || '-' || c.n from copies c join posts p on p.id = c.old`);
  await db.execute(sql`
    insert into post_details (edition_id, post_id, kind, team_id, agency_id, full_time_equivalent, funding_source)
    select d.edition_id, c.id, d.kind, d.team_id, d.agency_id, d.full_time_equivalent, d.funding_source
    from copies c join post_details d on d.post_id = c.old`);
  await db.execute(sql`
    insert into post_allocations (edition_id, post_id, neighbourhood_id, weight)
    select a.edition_id, c.id, a.neighbourhood_id, a.weight from copies c join post_allocations a on a.post_id = c.old`);
  await db.execute(sql`
    insert into duties (post_id, starts_at, ends_at, ${dutyColumns})
    select c.id, d.starts_at, d.ends_at, ${dutyColumns} from copies c join duties d on d.post_id = c.old`);
  await db.execute(sql`
    insert into abstraction_entries (id, version, post_id, starts_at, ends_at, ${entryColumns})
    select gen_random_uuid(), 1, c.id, e.starts_at, e.ends_at, ${entryColumns}
    from copies c join abstraction_entries e on e.post_id = c.old`);
  await db.execute(
    sql`update abstraction_months set ${sql.raw(monthSums.map((one) => `${one} = 10 * ${one}`).join(", "))}`,
  );
  await db.execute(sql`update abstraction_month_codes set minutes = 10 * minutes, entries = 10 * entries`);
  await db.execute(sql`update abstraction_month_hours set minutes = 10 * minutes`);
}

/** Ten times the neighbourhoods, each with its figures, in the teams that there are: a force ten times as large. */
export async function multiplyForce(db: Db): Promise<void> {
  await db.execute(sql`
    create table copies as
      select p.neighbourhood_id as old, gen_random_uuid() as id, n from placements p, generate_series(1, 9) n
      group by 1, 3`);
  await db.execute(sql`
    insert into neighbourhoods (id, code, slug, created_at)
    select c.id, o.code || '-' || c.n, o.slug || '-' || c.n, o.created_at from copies c join neighbourhoods o on o.id = c.old`);
  await db.execute(sql`
    insert into placements (edition_id, neighbourhood_id, bcu_id, section_id, partnership_id, team_id, urban_rural,
      bcu_name, section_name, partnership_name, team_name)
    select p.edition_id, c.id, p.bcu_id, p.section_id, p.partnership_id, p.team_id, p.urban_rural,
      p.bcu_name, p.section_name, p.partnership_name, p.team_name
    from copies c join placements p on p.neighbourhood_id = c.old`);
  for (const [table, columns] of figureTables)
    await db.execute(
      sql.raw(`insert into ${table} (neighbourhood_id, month, version, is_special, ${columns})
        select c.id, month, version, is_special, ${columns} from copies c join ${table} m on m.neighbourhood_id = c.old`),
    );
}

/** The same two years nine times more, before them. */
export async function multiplyYears(db: Db): Promise<void> {
  await withoutOverlapCheck(db);
  await db.execute(sql`
    insert into duties (post_id, starts_at, ends_at, ${dutyColumns})
    select post_id, starts_at - n * interval '731 days', ends_at - n * interval '731 days', ${dutyColumns}
    from duties, generate_series(1, 9) n`);
  await db.execute(sql`
    insert into abstraction_entries (id, version, post_id, starts_at, ends_at, ${entryColumns})
    select gen_random_uuid(), 1, post_id, starts_at - n * interval '731 days', ends_at - n * interval '731 days', ${entryColumns}
    from abstraction_entries, generate_series(1, 9) n`);
  for (const [table, columns] of figureTables)
    await db.execute(
      sql.raw(`insert into ${table} (neighbourhood_id, month, version, is_special, ${columns})
        select neighbourhood_id, (month - n * interval '24 months')::date, version, is_special, ${columns}
        from ${table}, generate_series(1, 9) n`),
    );
}
