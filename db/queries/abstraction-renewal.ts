import { sql } from "drizzle-orm";
import type { Month } from "#app/domain/abstraction/month.ts";
import type { Db } from "#db/types.ts";
import { renewFigures } from "./abstraction-figures.ts";
import { rowsOf } from "./rows.ts";

const monthIn = (instant: string) => sql.raw(`date_trunc('month', (${instant}) at time zone 'Europe/London')`);

/** The months, from one on (all, with null), that have duties, entries or figures, the earliest first. */
export async function listFigureMonths(db: Db, from: Month | null): Promise<Month[]> {
  const rows = rowsOf<{ month: Month }>(
    await db.execute(sql`
      select month::date::text as month
      from (
        select ${monthIn("starts_at")} as month from duties
        union select ${monthIn("ends_at - interval '1 minute'")} from duties
        union select generate_series(${monthIn("starts_at")}, ${monthIn("ends_at - interval '1 minute'")}, '1 month')
          from abstraction_entries where is_latest and not is_withdrawn
        union select month from abstraction_months
      ) known
      where ${from === null ? sql`true` : sql`month >= ${from}::date`}
      order by 1`),
  );
  return rows.map(({ month }) => month);
}

/** Works a month of all neighbourhoods out from nothing and says how many rows are not as they were. */
export async function renewMonth(tx: Db, month: Month): Promise<number> {
  const before = new Set(await rowsOfMonth(tx, month));
  await renewFigures(tx, { months: [month], neighbourhoodIds: null });
  const after = await rowsOfMonth(tx, month);
  const same = after.filter((row) => before.has(row)).length;
  return Math.max(before.size, after.length) - same;
}

async function rowsOfMonth(tx: Db, month: Month): Promise<string[]> {
  const rows = rowsOf<{ words: string }>(
    await tx.execute(sql`
      select 'month ' || m::text as words from abstraction_months m where month = ${month}::date
      union all select 'code ' || c::text from abstraction_month_codes c where month = ${month}::date
      union all select 'hour ' || h::text from abstraction_month_hours h where month = ${month}::date`),
  );
  return rows.map(({ words }) => words);
}
