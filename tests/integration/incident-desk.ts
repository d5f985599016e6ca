import { asc, eq } from "drizzle-orm";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importIncidents } from "#app/services/incident/import-incidents.server.ts";
import { incidentCounts, incidentImports, neighbourhoods } from "#db/schema/index.ts";
import { openTestFiles } from "#tests/support/archives.ts";
import { boundaryImport, geoJson, threeAreas } from "#tests/support/boundary-files.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";
import { streetFile } from "#tests/support/street-files.ts";

/** In T1, in T2, in none. */
export const [west, middle, sea] = [
  ["-1.75", "53.05"],
  ["-1.65", "53.05"],
  ["1.5", "53.3"],
] as const;
export const march = "2026-03-derbyshire-street.csv";

/** Three invented neighbourhoods, and how incidents are loaded into them and read back. */
export async function openIncidentDesk() {
  const [database, files] = await Promise.all([openTestDatabase(), openTestFiles()]);
  const { db } = database;
  const path = await files.write("areas.geojson", geoJson(threeAreas()));
  await importBoundaries(testJob(db), boundaryImport(path));

  const load = async (from: string, overrides: Partial<Parameters<typeof importIncidents>[1]> = {}) => {
    const job = testJob(db);
    const input = { path: from, dryRun: false, attribution: "Somebody", force: null, ...overrides };
    return { months: await importIncidents(job, input), said: job.said };
  };
  return {
    db,
    files,
    load,
    loadRows: async (rows: readonly string[], overrides = {}) =>
      load(await files.write(march, streetFile(rows)), overrides),
    clear: () => db.delete(incidentImports),
    imports: () => db.select().from(incidentImports).orderBy(asc(incidentImports.month)),
    /** "T1 Burglary 2", month by month. */
    counted: async () => {
      const rows = await db
        .select({ code: neighbourhoods.code, kind: incidentCounts.kind, count: incidentCounts.count })
        .from(incidentCounts)
        .innerJoin(neighbourhoods, eq(neighbourhoods.id, incidentCounts.neighbourhoodId))
        .orderBy(asc(neighbourhoods.code), asc(incidentCounts.kind), asc(incidentCounts.month));
      return rows.map(({ code, kind, count }) => `${code} ${kind} ${count}`);
    },
    close: async () => {
      await Promise.all([database.close(), files.remove()]);
    },
  };
}

/** What a refusal says, whole. */
export async function refusalOf(loading: Promise<unknown>): Promise<string> {
  const error: unknown = await loading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ImportRefused)) throw new Error("It was not refused.", { cause: error });
  return [error.message, ...error.problems.map((one) => `${one.where ?? ""}: ${one.message}`)].join(" | ");
}
