import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { eq, sum } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importIncidents } from "#app/services/incident/import-incidents.server.ts";
import { incidentCounts, incidentImports, neighbourhoods } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";
import { boundaryImport } from "#tests/support/boundary-files.ts";

const header =
  "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";
const row = (lng: string, lat: string, kind = "Burglary", month = "2026-03") =>
  `,${month},A,A,${lng},${lat},On or near a street,,,${kind},,`;
// The middle of Buxton, and the sea.
const [buxton, sea] = [["-1.911", "53.259"] as const, ["1.5", "53.3"] as const];

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "incidents-"));
  await fillDemonstration(database.db, new Date("2026-06-01T12:00:00Z"), () => undefined);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function load(rows: readonly string[], name = "2026-03-derbyshire-street.csv", dryRun = false) {
  const path = join(folder, name);
  writeFileSync(path, [header, ...rows].join("\n"));
  const job = testJob(database.db);
  const months = await importIncidents(job, { path, dryRun, attribution: "somebody" });
  return { months, said: job.said };
}
const counted = () =>
  database.db
    .select({ slug: neighbourhoods.slug, kind: incidentCounts.kind, count: incidentCounts.count })
    .from(incidentCounts)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, incidentCounts.neighbourhoodId))
    .orderBy(incidentCounts.kind);

test("counts by month, neighbourhood and kind; a month loaded again takes the place of the old", async () => {
  const rows = [row(...buxton), row(...buxton), row(...buxton, "Drugs"), row(...sea), row("", "")];
  expect((await load(rows, undefined, true)).said.at(-1)).toContain("nothing was written");
  expect(await counted()).toEqual([]);
  const { months, said } = await load(rows);
  expect(said[0]).toBe("2026-03: 5 rows; 3 in a neighbourhood, 1 in none, 1 without a position.");
  expect(months[0]).toMatchObject({ rows: 5, outside: 1, withoutPosition: 1 });
  const first = await counted();
  expect(first.map(({ kind, count }) => [kind, count])).toEqual([
    ["Burglary", 2],
    ["Drugs", 1],
  ]);
  expect(first[0]?.slug).toContain("buxton");
  await load([row(...buxton)]);
  expect((await counted()).map(({ count }) => count)).toEqual([1]);
});

test.each([
  ["another file", [row(...buxton)], "crimes.csv", "no street-level file"],
  ["a row of another month", [row(...buxton, "Drugs", "2026-04")], undefined, "another month"],
  ["a broken row", ['"open,2026-03'], undefined, "not well-formed"],
])("%s is refused", async (_, rows, name, words) => {
  const refused = load(rows, name);
  await expect(refused).rejects.toThrow(ImportRefused);
  await expect(refused).rejects.toThrow(words);
});

const crime = "../shared/data/crime";
const boundaries = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";
test.skipIf(!existsSync(crime))(
  "real months: every row with a position in the force falls in a neighbourhood",
  async () => {
    await importBoundaries(testJob(database.db), boundaryImport(boundaries));
    for (const name of readdirSync(crime))
      writeFileSync(join(folder, name.replace(".gz", "")), gunzipSync(readFileSync(join(crime, name))));
    rmSync(join(folder, "crimes.csv"), { force: true });
    rmSync(join(folder, "2026-03-derbyshire-street.csv"), { force: true });
    const months = await importIncidents(testJob(database.db), {
      path: folder,
      dryRun: false,
      attribution: "",
    });
    expect(months.map(({ month }) => month)).toEqual([
      "2024-01-01",
      "2024-02-01",
      "2024-03-01",
      "2024-04-01",
    ]);
    const rows = months.reduce((all, month) => all + month.rows, 0);
    const outside = months.reduce((all, month) => all + month.outside, 0);
    expect(rows).toBe(34_837);
    // The publisher moves positions to the middle of streets, a few of them over the border.
    expect(outside / rows).toBeLessThan(0.02);
    const [stored] = await database.db
      .select({ total: sum(incidentCounts.count).mapWith(Number) })
      .from(incidentCounts)
      .innerJoin(incidentImports, eq(incidentImports.id, incidentCounts.importId))
      .where(eq(incidentImports.attribution, ""));
    expect(stored?.total).toBe(
      months.reduce((all, month) => all + month.rows - month.outside - month.withoutPosition, 0),
    );
  },
);
