import { and, eq } from "drizzle-orm";
import { incidentCounts, incidentImports } from "#db/schema/incident.ts";
import type { Db } from "#db/types.ts";

/** One month of one source, counted. */
export interface IncidentMonth {
  source: string;
  /** The first day of the month. */
  month: string;
  digest: string;
  /** All of them: those in a neighbourhood, those in none, those without a position, those that could not be read. */
  rows: number;
  withoutPosition: number;
  outside: number;
  attribution: string;
  counts: readonly { neighbourhoodId: string; kind: string; count: number }[];
}

const ofMonth = (source: string, month: string) =>
  and(eq(incidentImports.source, source), eq(incidentImports.month, month));

/** A month as it is loaded, or null. */
export async function findIncidentMonth(
  tx: Db,
  source: string,
  month: string,
): Promise<(IncidentMonth & { importedAt: Date }) | null> {
  const [found] = await tx
    .select({
      id: incidentImports.id,
      digest: incidentImports.digest,
      rows: incidentImports.rows,
      withoutPosition: incidentImports.withoutPosition,
      outside: incidentImports.outside,
      attribution: incidentImports.attribution,
      importedAt: incidentImports.importedAt,
    })
    .from(incidentImports)
    .where(ofMonth(source, month))
    .limit(1);
  if (found === undefined) return null;
  const { id, ...facts } = found;
  const counts = await tx
    .select({
      neighbourhoodId: incidentCounts.neighbourhoodId,
      kind: incidentCounts.kind,
      count: incidentCounts.count,
    })
    .from(incidentCounts)
    .where(eq(incidentCounts.importId, id));
  return { source, month, ...facts, counts };
}

// A statement takes 65,535 parameters; a row of counts is five.
const countsAtOnce = 10_000;

/** Puts a month in the place of what was loaded of it before, whole or not at all. */
export async function replaceIncidentMonth(
  tx: Db,
  { counts, ...month }: IncidentMonth,
  importedAt: Date,
): Promise<void> {
  await tx.delete(incidentImports).where(ofMonth(month.source, month.month));
  const [made] = await tx
    .insert(incidentImports)
    .values({ ...month, importedAt })
    .returning({ id: incidentImports.id });
  if (made === undefined) return;
  for (let from = 0; from < counts.length; from += countsAtOnce) {
    const rows = counts
      .slice(from, from + countsAtOnce)
      .map((count) => ({ ...count, importId: made.id, month: month.month }));
    await tx.insert(incidentCounts).values(rows);
  }
}
