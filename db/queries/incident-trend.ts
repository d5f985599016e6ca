import { and, asc, desc, eq, gte, inArray, not } from "drizzle-orm";
import { addMonths } from "#app/domain/measure/month.ts";
import type { Day } from "#app/domain/team/day.ts";
import { incidentCounts, incidentImports } from "#db/schema/incident.ts";
import type { Db } from "#db/types.ts";
import { isOfOtherShape } from "./incident-shape.ts";

/** The recorded incidents of a neighbourhood by month and kind, of the months that are loaded. */
export interface RecordedIncidents {
  source: string;
  attribution: string;
  /** The first days of the months that are loaded, the earliest first. */
  months: Day[];
  /** A kind that no month has is not here; in a loaded month that has none of it there were none. */
  counts: { month: Day; kind: string; count: number }[];
}

const monthsShown = 24;
const mostCounts = 2_000;

/**
 * The last 24 months up to the last that is loaded, from its source, without those that were counted while the
 * neighbourhood had another shape; null where none is left.
 */
export async function recordedIncidents(db: Db, neighbourhoodId: string): Promise<RecordedIncidents | null> {
  const [last] = await db
    .select({
      source: incidentImports.source,
      month: incidentImports.month,
      attribution: incidentImports.attribution,
    })
    .from(incidentImports)
    .orderBy(desc(incidentImports.month), asc(incidentImports.source))
    .limit(1);
  if (last === undefined) return null;
  const { source, attribution } = last;
  const imports = await db
    .select({ id: incidentImports.id, month: incidentImports.month })
    .from(incidentImports)
    .where(
      and(
        eq(incidentImports.source, source),
        gte(incidentImports.month, addMonths(last.month, 1 - monthsShown)),
        not(isOfOtherShape(db, neighbourhoodId)),
      ),
    )
    .orderBy(asc(incidentImports.month))
    .limit(monthsShown);
  if (imports.length === 0) return null;
  const counts = await db
    .select({ month: incidentCounts.month, kind: incidentCounts.kind, count: incidentCounts.count })
    .from(incidentCounts)
    .where(
      and(
        inArray(
          incidentCounts.importId,
          imports.map(({ id }) => id),
        ),
        eq(incidentCounts.neighbourhoodId, neighbourhoodId),
      ),
    )
    .orderBy(asc(incidentCounts.month), asc(incidentCounts.kind))
    .limit(mostCounts);
  return { source, attribution, months: imports.map(({ month }) => month), counts };
}
