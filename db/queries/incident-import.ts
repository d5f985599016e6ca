import { and, eq } from "drizzle-orm";
import { incidentCounts, incidentImports } from "#db/schema/incident.ts";
import type { Db } from "#db/types.ts";

/** One month of one source, counted. */
export interface IncidentMonth {
  source: string;
  /** The first day of the month. */
  month: string;
  digest: string;
  rows: number;
  withoutPosition: number;
  outside: number;
  attribution: string;
  counts: readonly { neighbourhoodId: string; kind: string; count: number }[];
}

/** Puts a month in the place of what was loaded of it before, whole or not at all. */
export async function replaceIncidentMonth(
  tx: Db,
  { counts, ...month }: IncidentMonth,
  importedAt: Date,
): Promise<void> {
  await tx
    .delete(incidentImports)
    .where(and(eq(incidentImports.source, month.source), eq(incidentImports.month, month.month)));
  const [made] = await tx
    .insert(incidentImports)
    .values({ ...month, importedAt })
    .returning({ id: incidentImports.id });
  if (made === undefined || counts.length === 0) return;
  await tx
    .insert(incidentCounts)
    .values(counts.map((count) => ({ ...count, importId: made.id, month: month.month })));
}
