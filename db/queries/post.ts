import { sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { PostKind } from "#app/domain/team/team.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";
import { uuidArray } from "./uuid.ts";

/** A post of the police in the teams in force, as those know it who keep its duties. */
export interface Post {
  id: string;
  reference: string;
  kind: PostKind;
  teamId: string;
  /** The neighbourhoods that it serves. */
  neighbourhoodIds: string[];
  /** The surname of whoever holds it on the day; null while it is vacant. */
  holder: string | null;
  /** The accounts of those who hold it on the day, by import or by appointment. */
  accountIds: string[];
}

interface Row {
  id: string;
  reference: string;
  kind: PostKind;
  team_id: string;
  neighbourhood_ids: string[];
  holder: string | null;
  account_ids: string[];
}

// More than any force has; only bounds.
const mostPosts = 5_000;

/** Posts by id, in no order; one that is not of the police, or not in force, is left out. Call it as staff. */
export const findPosts = (db: Db, ids: readonly string[], day: Day): Promise<Post[]> =>
  ids.length === 0 ? Promise.resolve([]) : select(db, day, sql`d.post_id = any(${uuidArray(ids)})`);

export const findPost = async (db: Db, id: string, day: Day): Promise<Post | null> =>
  (await findPosts(db, [id], day))[0] ?? null;

/** A post as it was last, in the teams in force or, where they have it no more, in the last ones that had it. */
export const findPostEver = async (db: Db, id: string, day: Day): Promise<Post | null> =>
  (await findPost(db, id, day)) ??
  (await select(db, day, sql`d.post_id = ${id}`, lastTeamsOf(id)))[0] ??
  null;

const lastTeamsOf = (id: string): SQL => sql`select t.edition_id from edition_terms t
  join post_details l on l.edition_id = t.edition_id and l.post_id = ${id}
  where t.noun = 'teams' order by t.number desc limit 1`;

/** The posts that serve a neighbourhood of this scope, by team and reference. Call it as staff. */
export const listPosts = (db: Db, scope: Scope, day: Day): Promise<Post[]> =>
  select(
    db,
    day,
    scope.isForce
      ? sql`true`
      : sql`exists (select from post_allocations l where l.edition_id = d.edition_id and l.post_id = d.post_id
          and l.neighbourhood_id = any(${uuidArray(scope.neighbourhoodIds)}))`,
  );

/** The posts that an account holds on a day, by import or by appointment. Call it as staff. */
export const postsOf = (db: Db, accountId: string, day: Day): Promise<Post[]> =>
  select(
    db,
    day,
    sql`d.post_id in (
      select h.post_id from post_holdings h join accounts a on a.person_id = h.person_id
      where a.id = ${accountId} and h.edition_id = d.edition_id
        and h.held_from <= ${day}::date and (h.held_to is null or h.held_to >= ${day}::date)
      union
      select p.post_id from appointments p where p.account_id = ${accountId} and ${appointedOn(day)})`,
  );

const appointedOn = (day: Day): SQL =>
  sql`p.starts_on <= ${day}::date and (p.ends_on is null or p.ends_on >= ${day}::date) and p.ended_at is null`;

async function select(
  db: Db,
  day: Day,
  condition: SQL,
  edition: SQL = sql`${editionIdAt(db, "teams")}`,
): Promise<Post[]> {
  const rows = rowsOf<Row>(
    await db.execute(sql`
      select d.post_id as id, p.reference, d.kind::text as kind, d.team_id,
        array(select l.neighbourhood_id::text from post_allocations l
              where l.edition_id = d.edition_id and l.post_id = d.post_id order by 1) as neighbourhood_ids,
        holding.surname as holder,
        array(select a.id::text from accounts a where a.status = 'active' and a.person_id in (
                select h.person_id from post_holdings h where h.edition_id = d.edition_id and h.post_id = d.post_id
                  and h.held_from <= ${day}::date and (h.held_to is null or h.held_to >= ${day}::date))
              union
              select p.account_id::text from appointments p where p.post_id = d.post_id and ${appointedOn(day)}
             ) as account_ids
      from post_details d
      join posts p on p.id = d.post_id
      left join lateral (
        select e.surname from post_holdings h join people e on e.id = h.person_id
        where h.edition_id = d.edition_id and h.post_id = d.post_id
          and h.held_from <= ${day}::date and (h.held_to is null or h.held_to >= ${day}::date)
        order by h.kind = 'substantive', h.held_from desc, e.surname limit 1
      ) holding on true
      where d.edition_id = (${edition})
        and d.kind in ('sergeant', 'pc', 'pcso', 'special') and ${condition}
      order by d.team_id, p.reference
      limit ${mostPosts}`),
  );
  return rows.map(({ team_id, neighbourhood_ids, account_ids, ...row }) => ({
    ...row,
    teamId: team_id,
    neighbourhoodIds: neighbourhood_ids,
    accountIds: account_ids,
  }));
}
