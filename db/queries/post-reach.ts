import { sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";
import { uuidArray } from "./uuid.ts";

/** The teams that were in force at an instant: the first ones before there were any. */
const teamsOf = (at: SQL): SQL => sql`select t.edition_id from edition_terms t
  where t.noun = 'teams' and (t.in_force_to is null or t.in_force_to > ${at}) order by t.number limit 1`;

/** Whether a post serves a neighbourhood of a scope in the teams in force; nothing is reached by no scope. */
export function isPostReached(db: Db, scope: Scope | null, postId: SQL): SQL {
  if (scope === null) return sql`false`;
  if (scope.isForce) return sql`true`;
  return sql`${postId} in (select l.post_id from post_allocations l where l.edition_id = (${editionIdAt(db, "teams")})
    and l.neighbourhood_id = any(${uuidArray(scope.neighbourhoodIds)}))`;
}

/**
 * Whether an account held a post on the day in London on which something began: by import or by appointment. What was
 * before or after is another officer's. The teams of that time say who held it (the first ones of what was before them),
 * and so do the teams in force, which may know better since.
 */
export const isPostHeld = (db: Db, accountId: string | null, postId: SQL, startsAt: SQL): SQL =>
  accountId === null
    ? sql`false`
    : sql`(exists (
        select from post_holdings h join accounts a on a.person_id = h.person_id
        where a.id = ${accountId} and h.edition_id in ((${editionIdAt(db, "teams")}), (${teamsOf(startsAt)})) and h.post_id = ${postId}
          and h.held_from <= (${startsAt} at time zone 'Europe/London')::date
          and (h.held_to is null or h.held_to >= (${startsAt} at time zone 'Europe/London')::date))
      or exists (
        select from appointments p where p.account_id = ${accountId} and p.post_id = ${postId}
          and p.starts_on <= (${startsAt} at time zone 'Europe/London')::date
          and (p.ends_on is null or p.ends_on >= (${startsAt} at time zone 'Europe/London')::date)
          and (p.ended_at is null or p.ended_at > ${startsAt})))`;

/** Whether an account held a post at a moment. Call it as staff. */
export async function holdsPostAt(
  db: Db,
  accountId: string | null,
  { postId, at }: { postId: string; at: Date },
): Promise<boolean> {
  const startsAt = sql`${at.toISOString()}::timestamptz`;
  const isHeld = isPostHeld(db, accountId, sql`${postId}::uuid`, startsAt);
  return rowsOf<{ held: boolean }>(await db.execute(sql`select ${isHeld} as held`))[0]?.held === true;
}
