import { and, countDistinct, desc, eq, gt, gte, inArray, lte, sql } from "drizzle-orm";
import type { IncidentTrend } from "#app/domain/candidate/trend.ts";
import type { Day } from "#app/domain/team/day.ts";
import { incidentCounts, incidentImports } from "#db/schema/incident.ts";
import type { Db } from "#db/types.ts";
import { monthsOfOtherShape } from "./incident-shape.ts";

/** The first day of the last month for which incidents are loaded; null where none are. */
export async function lastIncidentMonth(db: Db): Promise<Day | null> {
  const [last] = await db
    .select({ month: incidentImports.month })
    .from(incidentImports)
    .orderBy(desc(incidentImports.month))
    .limit(1);
  return last?.month ?? null;
}

const monthsBefore = (month: Day, count: number): Day => {
  const date = new Date(`${month}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - count);
  return date.toISOString().slice(0, 10);
};

const months = 24;

/**
 * Incidents of some kinds in a neighbourhood in the twelve months up to one, and in the twelve before, from the source
 * of that month. Null where a month is not loaded, or was counted while the neighbourhood had another shape, which would
 * be a fall or rise that never was.
 */
export async function trendOf(
  db: Db,
  neighbourhoodId: string,
  kinds: readonly string[],
  month: Day,
): Promise<IncidentTrend | null> {
  if (kinds.length === 0) return null;
  const [last] = await db
    .select({ source: incidentImports.source })
    .from(incidentImports)
    .where(eq(incidentImports.month, month))
    .orderBy(incidentImports.source)
    .limit(1);
  if (last === undefined) return null;
  const { source } = last;
  const first = monthsBefore(month, months - 1);
  const ofSource = and(
    eq(incidentImports.source, source),
    gte(incidentImports.month, first),
    lte(incidentImports.month, month),
  );
  const [loaded] = await db
    .select({ months: countDistinct(incidentImports.month) })
    .from(incidentImports)
    .where(ofSource);
  if (loaded?.months !== months) return null;
  if ((await monthsOfOtherShape(db, neighbourhoodId, first, month)).length > 0) return null;
  const yearAgo = monthsBefore(month, months / 2);
  const sumWhere = (isLatest: boolean) => {
    const when = isLatest ? gt(incidentCounts.month, yearAgo) : lte(incidentCounts.month, yearAgo);
    return sql<number>`coalesce(sum(${incidentCounts.count}) filter (where ${when}), 0)::int`;
  };
  const [sums] = await db
    .select({ latest: sumWhere(true), before: sumWhere(false) })
    .from(incidentCounts)
    .innerJoin(incidentImports, and(eq(incidentImports.id, incidentCounts.importId), ofSource))
    .where(
      and(
        eq(incidentCounts.neighbourhoodId, neighbourhoodId),
        inArray(incidentCounts.kind, [...kinds]),
        gte(incidentCounts.month, first),
        lte(incidentCounts.month, month),
      ),
    );
  return sums === undefined ? null : { kinds, ...sums, lastMonth: month, source };
}
