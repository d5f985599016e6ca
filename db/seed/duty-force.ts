import { sql } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { editionIdAt } from "#db/queries/edition-at.ts";
import { rowsOf } from "#db/queries/rows.ts";
import type { Db } from "#db/types.ts";
import { dayNumber } from "./demonstration/duties/clock.ts";
import type { DutyPost, DutyPriority, DutyTeam } from "./demonstration/duties/force.ts";

interface PostRow {
  id: string;
  reference: string;
  kind: DutyPost["kind"];
  full_time_equivalent: number;
  team_id: string;
  neighbourhood_ids: string[];
  held: { from: Day; to: Day | null }[];
}

interface TeamRow {
  id: string;
  code: string;
  bcu_code: string;
  neighbourhood_ids: string[];
  sergeant_id: string | null;
  inspector_id: string | null;
}

// More than the demonstration has; only bounds.
const mostPosts = 1_000;
const mostTeams = 100;
const mostPriorities = 5_000;

/** The teams of a demonstration as their duties need them, in the order of their codes. */
export async function findDutyTeams(db: Db): Promise<DutyTeam[]> {
  const posts = await findPosts(db);
  return (await findTeams(db)).map((team) => ({
    id: team.id,
    code: team.code,
    bcuCode: team.bcu_code,
    neighbourhoodIds: team.neighbourhood_ids,
    sergeantId: team.sergeant_id,
    inspectorId: team.inspector_id,
    posts: posts
      .filter(({ team_id }) => team_id === team.id)
      .map(({ id, reference, kind, full_time_equivalent, neighbourhood_ids, held }, at) => ({
        id,
        reference,
        kind,
        fullTimeEquivalent: full_time_equivalent,
        at,
        neighbourhoodIds: neighbourhood_ids,
        held: held.map(({ from, to }) => ({ from: dayNumber(from), to: to === null ? null : dayNumber(to) })),
      })),
  }));
}

const findPosts = async (db: Db): Promise<PostRow[]> =>
  rowsOf<PostRow>(
    await db.execute(sql`
      select d.post_id as id, p.reference, d.kind::text as kind, d.team_id,
        d.full_time_equivalent::float8 as full_time_equivalent,
        array(select l.neighbourhood_id::text from post_allocations l
              where l.edition_id = d.edition_id and l.post_id = d.post_id
              order by l.weight desc, 1) as neighbourhood_ids,
        (select coalesce(jsonb_agg(jsonb_build_object('from', h.held_from, 'to', h.held_to) order by h.held_from), '[]')
         from post_holdings h where h.edition_id = d.edition_id and h.post_id = d.post_id
           and h.kind = 'substantive') as held
      from post_details d join posts p on p.id = d.post_id
      where d.edition_id = (${editionIdAt(db, "teams")}) and d.kind in ('sergeant', 'pc', 'pcso')
      order by p.reference
      limit ${mostPosts}`),
  );

const findTeams = async (db: Db): Promise<TeamRow[]> =>
  rowsOf<TeamRow>(
    await db.execute(sql`
      select t.id, t.code, min(b.code) as bcu_code, array_agg(distinct l.neighbourhood_id::text) as neighbourhood_ids,
        (select min(a.id::text) from post_details d
         join post_holdings h on h.edition_id = d.edition_id and h.post_id = d.post_id
           and h.kind = 'substantive' and h.held_to is null
         join accounts a on a.person_id = h.person_id
         where d.edition_id = (${editionIdAt(db, "teams")}) and d.team_id = t.id and d.kind = 'sergeant') as sergeant_id,
        (select min(p.account_id::text) from appointments p
         where p.role = 'inspector' and p.area_id = any(array_agg(l.section_id)) and p.ended_at is null) as inspector_id
      from teams t
      join placements l on l.team_id = t.id and l.edition_id = (${editionIdAt(db, "structure")})
      join bcus b on b.id = l.bcu_id
      group by t.id, t.code
      order by t.code
      limit ${mostTeams}`),
  );

/** The priorities that were worked on, for what went without an officer. */
export const findDutyPriorities = async (db: Db): Promise<DutyPriority[]> =>
  rowsOf<{ id: string; neighbourhood_id: string; from: Day; to: Day | null }>(
    await db.execute(sql`
      select id, neighbourhood_id, adopted_on::text as "from",
        (ended_at at time zone 'Europe/London')::date::text as "to"
      from priorities where adopted_on is not null and accepted_at is not null
      order by adopted_on, id limit ${mostPriorities}`),
  ).map(({ neighbourhood_id, ...one }) => ({ ...one, neighbourhoodId: neighbourhood_id }));
