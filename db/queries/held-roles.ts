import { sql } from "drizzle-orm";
import type { Role } from "#app/domain/access.ts";
import type { HeldRole } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";
import type { Db } from "#db/types.ts";

interface Row {
  holder_id: string;
  role: Role;
  is_force: boolean;
  neighbourhood_ids: string[];
  agency_id: string | null;
}

/**
 * Every role an account holds on a day: by the posts its person holds in the edition in force, by appointment, by
 * being the deputy of somebody away, and a resident's by being one. Empty for an account that waits or is closed.
 */
export async function heldRolesOf(db: Db, accountId: string, today: Day): Promise<HeldRole[]> {
  return (await heldRolesOfEach(db, [accountId], today)).get(accountId) ?? [];
}

/** As `heldRolesOf`, of several accounts in one query; an account that holds none is not in it. */
export async function heldRolesOfEach(
  db: Db,
  accountIds: readonly string[],
  today: Day,
): Promise<Map<string, HeldRole[]>> {
  if (accountIds.length === 0) return new Map();
  const asked = sql`(${sql.join(
    accountIds.map((id) => sql`${id}`),
    sql`, `,
  )})`;
  const teamsEdition = editionIdAt(db, "teams");
  const structureEdition = editionIdAt(db, "structure");
  const runs = sql`starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date) and ended_at is null`;
  const rows = rowsOf<Row>(
    await db.execute(sql`
      with acting as (
        select id as holder_id, id, person_id, agency_id, kind from accounts
        where id in ${asked} and status = 'active'
        union
        select away.deputy_id, a.id, a.person_id, a.agency_id, a.kind
        from (select account_id, deputy_id from absences where deputy_id in ${asked} and ${runs}) away
        join accounts a on a.id = away.account_id and a.status = 'active'
        join accounts deputy on deputy.id = away.deputy_id and deputy.status = 'active'
      ),
      appointed as (
        select p.*, acting.holder_id, acting.agency_id
        from (select * from appointments where ${runs}) p join acting on acting.id = p.account_id
      ),
      held_posts as (
        select acting.holder_id, h.post_id from acting
        join post_holdings h on h.person_id = acting.person_id and h.edition_id = (${teamsEdition})
        where h.held_from <= ${today}::date and (h.held_to is null or h.held_to >= ${today}::date)
        union
        select holder_id, post_id from appointed where post_id is not null
      ),
      placed as (select * from placements where edition_id = (${structureEdition})),
      held as (
        select held_posts.holder_id,
               case d.kind when 'sergeant' then 'sergeant' when 'ranger' then 'partner' when 'warden' then 'partner'
                    else 'constable' end as role,
               false as is_force,
               array(
                 select neighbourhood_id from post_allocations l
                 where l.edition_id = d.edition_id and l.post_id = d.post_id
                 union
                 select neighbourhood_id from placed where team_id = d.team_id and d.kind = 'sergeant'
               ) as neighbourhood_ids,
               d.agency_id
        from held_posts join post_details d on d.post_id = held_posts.post_id and d.edition_id = (${teamsEdition})
        union all
        select p.holder_id, p.role::text, p.area_kind = 'force',
               array(
                 select neighbourhood_id from placed
                 where p.area_id = case p.area_kind when 'bcu' then bcu_id when 'section' then section_id
                   when 'partnership' then partnership_id when 'team' then team_id
                   when 'neighbourhood' then neighbourhood_id end
               ),
               p.agency_id
        from appointed p
        where p.role is not null
        union all
        select acting.holder_id, 'resident', false,
               array(select neighbourhood_id from resident_connections where account_id = acting.id), null
        from acting where kind = 'resident'
      )
      select holder_id, role, is_force, neighbourhood_ids::text[] as neighbourhood_ids, agency_id
      from held order by role, neighbourhood_ids`),
  );
  const held = new Map<string, HeldRole[]>();
  for (const { holder_id, role, is_force, neighbourhood_ids, agency_id } of rows) {
    const area = is_force ? "force" : { neighbourhoodIds: neighbourhood_ids };
    held.set(holder_id, [...(held.get(holder_id) ?? []), { role, area, agencyId: agency_id }]);
  }
  return held;
}
