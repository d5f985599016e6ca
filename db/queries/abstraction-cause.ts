import { sql } from "drizzle-orm";
import type { RateArea } from "#app/domain/abstraction/area.ts";
import type { CodeSum } from "#app/domain/abstraction/cause.ts";
import type { Month } from "#app/domain/abstraction/month.ts";
import type { Db } from "#db/types.ts";
import { definitionTerms, isPlaced, isTermOf } from "./abstraction-place.ts";
import { structuresOf } from "./edition-at-end.ts";
import { rowsOf } from "./rows.ts";

interface Asked {
  within: Pick<RateArea, "kind" | "id">;
  month: Month;
  /** The last month of several; else it is one. */
  to?: Month;
}

// Codes times response teams; only a bound.
const mostRows = 5_000;

/**
 * What a part of the force was used for in a month, by code (and response cover by response team), with the definition
 * of that month: in shares, what took most first. No special constables. Call it as staff.
 */
export async function codesOf(db: Db, { within, month, to = month }: Asked): Promise<CodeSum[]> {
  return rowsOf<CodeSum>(
    await db.execute(sql`
      with ${definitionTerms}, ${structuresOf(month, to)}, summed as (
        select m.code, m.version, m.response_team, sum(m.minutes::float8) as shares
        from abstraction_month_codes m
        join terms t on ${isTermOf(sql`m.month`)} and t.version = m.version
        where m.month between ${month}::date and ${to}::date and not m.is_special and ${isPlaced(within)}
        group by 1, 2, 3
      )
      select s.code, d.words, d.counts_a as "countsA", d.counts_b as "countsB", s.shares,
        nullif(s.response_team, '') as "responseTeamId", r.name as "responseTeam"
      from summed s
      join abstraction_definition_codes d on d.version = s.version and d.code = s.code
      left join response_teams r on r.id::text = s.response_team
      where s.shares > 0
      order by s.shares desc, d.place, s.response_team
      limit ${mostRows}`),
  );
}

/** What counts in rate A of a part of the force in a month, by hour of the week in London, in shares; as `codesOf`. */
export async function hoursOf(db: Db, { within, month }: Asked): Promise<{ hour: number; shares: number }[]> {
  return rowsOf<{ hour: number; shares: number }>(
    await db.execute(sql`
      with ${definitionTerms}, ${structuresOf(month, month)}
      select m.hour::int as hour, sum(m.minutes::float8) as shares
      from abstraction_month_hours m
      join terms t on ${isTermOf(sql`m.month`)} and t.version = m.version
      where m.month = ${month}::date and not m.is_special and ${isPlaced(within)}
      group by 1 order by 1 limit 168`),
  );
}
