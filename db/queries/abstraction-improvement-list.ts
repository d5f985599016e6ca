import { sql } from "drizzle-orm";
import type { Month } from "#app/domain/abstraction/month.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import type { Scope } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Db } from "#db/types.ts";
import { isReached } from "./abstraction-place.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";

// More than any force has of them; only a bound.
const mostRows = 500;

/** An improvement as the board reads it. */
export interface ListedImprovement {
  id: string;
  teamId: string;
  name: string;
  state: ImprovementState;
  /** The day from which it stands as it does. */
  since: Day;
  liveOn: Day | null;
  closedOn: Day | null;
  reviewedTo: Month | null;
  targetTenths: number | null;
  targetOn: Day | null;
  owner: string | null;
  openActions: number;
  lateActions: number;
  hasResult: boolean;
}

const teamsOf = (db: Db, scope: Scope) => sql`
  select p.team_id, min(p.team_name) as name from placements p
  where p.edition_id = (${editionIdAt(db, "structure")})
  group by 1 having bool_or(${isReached(scope)})`;

const london = (instant: string) => sql.raw(`(${instant} at time zone 'Europe/London')::date::text`);

/** The improvements of teams that serve a neighbourhood of a scope; what was closed before a day is left out. Call it as staff. */
export async function listImprovements(
  db: Db,
  scope: Scope,
  { today, closedSince }: { today: Day; closedSince: Day },
): Promise<ListedImprovement[]> {
  return rowsOf<ListedImprovement>(
    await db.execute(sql`
      select i.id, i.team_id as "teamId", t.name, i.state::text as state,
        coalesce(${london("step.at")}, ${london("i.opened_at")}) as since, ${london("i.live_at")} as "liveOn",
        ${london("i.closed_at")} as "closedOn", reviewed.month::text as "reviewedTo",
        i.target_tenths as "targetTenths", i.target_on::text as "targetOn", a.name as owner,
        coalesce(acts.open, 0)::int as "openActions", coalesce(acts.late, 0)::int as "lateActions",
        i.result is not null as "hasResult"
      from abstraction_improvements i
      join (${teamsOf(db, scope)}) t on t.team_id = i.team_id
      left join accounts a on a.id = i.owner_id
      left join lateral (
        select max(e.at) as at from abstraction_improvement_events e
        where e.improvement_id = i.id and e."to" = i.state and e."from" <> e."to") step on true
      left join lateral (
        select max(r.month) as month from abstraction_improvement_reviews r where r.improvement_id = i.id) reviewed on true
      left join lateral (
        select count(*) as open, count(*) filter (where c.due_on < ${today}::date) as late
        from abstraction_improvement_actions c where c.improvement_id = i.id and c.state = 'open') acts on true
      where i.closed_at is null or i.closed_at >= ${closedSince}::date
      order by t.name, i.opened_at desc, i.id
      limit ${mostRows}`),
  );
}

/** What panels and partnerships read of a team's improvement: nothing of a plan that nobody has approved. */
export interface ImprovementSummary {
  teamId: string;
  name: string;
  state: ImprovementState;
  publicSummary: string | null;
  targetTenths: number | null;
  targetOn: Day | null;
  doneActions: number;
  actions: number;
  result: string | null;
}

/** The latest improvement of each team that serves a neighbourhood of a scope; of a team without one, that it is within. */
export async function improvementSummaries(
  db: Db,
  scope: Scope,
  closedSince: Day,
): Promise<ImprovementSummary[]> {
  return rowsOf<ImprovementSummary>(
    await db.execute(sql`
      select t.team_id as "teamId", t.name, coalesce(i.state::text, 'within') as state,
        case when i.live_at is not null and i.public_summary <> '' then i.public_summary end as "publicSummary",
        case when i.live_at is not null then i.target_tenths end as "targetTenths",
        case when i.live_at is not null then i.target_on::text end as "targetOn",
        coalesce(acts.done, 0)::int as "doneActions", coalesce(acts.planned, 0)::int as actions, i.result
      from (${teamsOf(db, scope)}) t
      left join lateral (
        select * from abstraction_improvements o
        where o.team_id = t.team_id and (o.closed_at is null or o.closed_at >= ${closedSince}::date)
        order by o.opened_at desc, o.id limit 1) i on true
      left join lateral (
        select count(*) filter (where c.state = 'done') as done, count(*) as planned
        from abstraction_improvement_actions c
        where c.improvement_id = i.id and c.state <> 'dropped' and i.live_at is not null) acts on true
      order by t.name, t.team_id
      limit ${mostRows}`),
  );
}
