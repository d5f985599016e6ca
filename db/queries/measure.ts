import { and, asc, eq, sql } from "drizzle-orm";
import type { MeasurePoint } from "#app/domain/measure/measure.ts";
import { incidentCounts, incidentImports } from "#db/schema/incident.ts";
import { measurePoints, measures } from "#db/schema/measure.ts";
import { plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { isOfOtherShape } from "./incident-shape.ts";

/** A measure of a plan with its figures, the earliest first: those typed in, or recorded incidents by month. */
export type Measure = typeof measures.$inferSelect & { points: MeasurePoint[]; monthsOfOtherShape: number };

// A plan has a dozen measures at most, each with figures of some years.
const mostFigures = 5_000;

/** All measures of a plan, in the order in which they were added. */
export const measuresOf = (db: Db, planId: string): Promise<Measure[]> => readMeasures(db, planId, false);

/** The measures of a plan that residents see. Two statements, or one where no recorded incidents are counted. */
export const publicMeasuresOf = (db: Db, planId: string): Promise<Measure[]> =>
  readMeasures(db, planId, true);

async function readMeasures(db: Db, planId: string, isPublicOnly: boolean): Promise<Measure[]> {
  const ofPlan = and(eq(measures.planId, planId), isPublicOnly ? eq(measures.isPublic, true) : undefined);
  const rows = await db
    .select({
      measure: measures,
      on: measurePoints.on,
      value: measurePoints.value,
      asked: measurePoints.asked,
    })
    .from(measures)
    .leftJoin(measurePoints, eq(measurePoints.measureId, measures.id))
    .where(ofPlan)
    .orderBy(asc(measures.addedAt), asc(measures.id), asc(measurePoints.on))
    .limit(mostFigures);
  const found = new Map<string, Measure>();
  for (const { measure, on, value, asked } of rows) {
    const held = found.get(measure.id) ?? { ...measure, points: [], monthsOfOtherShape: 0 };
    if (on !== null && value !== null) held.points.push({ on, value, asked });
    found.set(measure.id, held);
  }
  const counted = [...found.values()];
  if (!counted.some(({ kind }) => kind === "incidents")) return counted;
  for (const { measureId, on, value, isOfOther } of await incidentsOf(db, planId)) {
    const measure = found.get(measureId);
    if (measure === undefined) continue;
    if (isOfOther) measure.monthsOfOtherShape++;
    else measure.points.push({ on, value, asked: null });
  }
  return counted;
}

/**
 * Recorded incidents of the kinds that each measure counts, in its neighbourhood, by month, from the source of the last
 * month that is loaded. A month that is loaded and has none is nought; one that is not loaded, or was
 * counted while the neighbourhood had another shape, is no figure.
 */
const incidentsOf = (db: Db, planId: string) =>
  db
    .select({
      measureId: measures.id,
      on: incidentImports.month,
      value: sql<number>`coalesce(sum(${incidentCounts.count}), 0)::int`,
      isOfOther: sql<boolean>`bool_or(${isOfOtherShape(db, priorities.neighbourhoodId)})`,
    })
    .from(measures)
    .innerJoin(plans, eq(plans.id, measures.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .innerJoin(
      incidentImports,
      sql`${incidentImports.source} = (select last.source from ${incidentImports} as last order by last.month desc, last.source limit 1)`,
    )
    .leftJoin(
      incidentCounts,
      and(
        eq(incidentCounts.importId, incidentImports.id),
        eq(incidentCounts.neighbourhoodId, priorities.neighbourhoodId),
        sql`${incidentCounts.kind} = any(${measures.incidentKinds})`,
      ),
    )
    .where(
      and(
        eq(measures.planId, planId),
        eq(measures.kind, "incidents"),
        // Two years before the plan show every season twice.
        sql`${incidentImports.month} >= ${plans.begunOn} - interval '2 years'`,
      ),
    )
    .groupBy(measures.id, incidentImports.month)
    .orderBy(asc(measures.id), asc(incidentImports.month))
    .limit(mostFigures);
