import { and, eq, sql } from "drizzle-orm";
import type { AccountKind } from "#app/domain/account/account.ts";
import type { Role } from "#app/domain/access.ts";
import { accounts } from "#db/schema/account.ts";
import { forces } from "#db/schema/force.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";

// More than the demonstration has; only bounds the page.
const mostPeople = 300;

/** A person whom a visitor may become, with what they are and where. */
export interface DemonstrationPersonRow {
  id: string;
  kind: AccountKind;
  name: string | null;
  role: Role;
  place: string;
}

/** The account of a demonstration's person, or null: in a real force always null. */
export async function findDemonstrationPerson(
  db: Db,
  id: string,
): Promise<{ id: string; kind: AccountKind } | null> {
  const [account] = await db
    .select({ id: accounts.id, kind: accounts.kind })
    .from(accounts)
    .where(
      and(
        eq(accounts.id, id),
        eq(accounts.status, "active"),
        sql`exists (select from ${forces} where ${forces.isDemonstration})`,
      ),
    )
    .limit(1);
  return account ?? null;
}

/**
 * The people of a demonstration, each with their first role and its place; empty in a real force. Residents of its
 * history, who answered when they were asked, have no name and are none that a visitor becomes.
 */
export async function listDemonstrationPeople(db: Db): Promise<DemonstrationPersonRow[]> {
  const structure = editionIdAt(db, "structure");
  const boundaries = editionIdAt(db, "boundaries");
  return rowsOf<DemonstrationPersonRow>(
    await db.execute(sql`
      with by_post as (
        select distinct on (h.person_id) h.person_id, d.kind::text as kind, t.name as place
        from post_holdings h
        join post_details d on d.edition_id = h.edition_id and d.post_id = h.post_id
        join teams t on t.id = d.team_id
        where h.edition_id = (${editionIdAt(db, "teams")}) and h.kind = 'substantive' and h.held_to is null
        order by h.person_id, h.held_from desc
      )
      select a.id, a.kind, a.name,
             coalesce(case when p.kind = 'sergeant' then 'sergeant' when p.kind is not null then 'constable' end,
                      m.role::text, 'resident') as role,
             coalesce(p.place || ' SNT', b.name, s.name || ' section', c.name || ' BCU', n.name,
                      g.name, 'Whole force') as place
      from accounts a
      left join by_post p on p.person_id = a.person_id
      left join appointments m on m.account_id = a.id and m.ended_at is null
      left join resident_connections r on r.account_id = a.id
      left join boundaries b on b.edition_id = (${boundaries})
        and b.neighbourhood_id = coalesce(r.neighbourhood_id, case m.area_kind when 'neighbourhood' then m.area_id end)
      left join sections s on m.area_kind = 'section' and s.id = m.area_id
      left join bcus c on m.area_kind = 'bcu' and c.id = m.area_id
      left join agencies g on g.id = a.agency_id
      left join partnerships n on m.area_kind = 'partnership' and n.id = m.area_id and g.id is null
      where a.status = 'active' and a.name is not null and exists (select from forces where is_demonstration)
        and exists (select from placements where edition_id = (${structure}))
      order by role, place, a.name, a.id
      limit ${mostPeople}`),
  );
}
