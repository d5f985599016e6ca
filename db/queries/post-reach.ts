import { sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { uuidArray } from "./uuid.ts";

/** Whether a post serves a neighbourhood of a scope in the teams in force; nothing is reached by no scope. */
export function isPostReached(db: Db, scope: Scope | null, postId: SQL): SQL {
  if (scope === null) return sql`false`;
  if (scope.isForce) return sql`true`;
  return sql`${postId} in (select l.post_id from post_allocations l where l.edition_id = (${editionIdAt(db, "teams")})
    and l.neighbourhood_id = any(${uuidArray(scope.neighbourhoodIds)}))`;
}

/**
 * Whether an account held a post on the day in London on which something began: by import or by appointment. What was
 * before or after is another officer's.
 */
export const isPostHeld = (db: Db, accountId: string | null, postId: SQL, startsAt: SQL): SQL =>
  accountId === null
    ? sql`false`
    : sql`(exists (
        select from post_holdings h join accounts a on a.person_id = h.person_id
        where a.id = ${accountId} and h.edition_id = (${editionIdAt(db, "teams")}) and h.post_id = ${postId}
          and h.held_from <= (${startsAt} at time zone 'Europe/London')::date
          and (h.held_to is null or h.held_to >= (${startsAt} at time zone 'Europe/London')::date))
      or exists (
        select from appointments p where p.account_id = ${accountId} and p.post_id = ${postId}
          and p.starts_on <= (${startsAt} at time zone 'Europe/London')::date
          and (p.ends_on is null or p.ends_on >= (${startsAt} at time zone 'Europe/London')::date)
          and (p.ended_at is null or p.ended_at > ${startsAt})))`;
