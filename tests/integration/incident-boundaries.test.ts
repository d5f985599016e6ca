import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundariesCommands } from "#app/cli/boundaries.ts";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importIncidents } from "#app/services/incident/import-incidents.server.ts";
import { storeMonth } from "#app/services/incident/store-month.server.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { monthsOfOtherShape } from "#db/queries/incident-shape.ts";
import { trendOf } from "#db/queries/incident.ts";
import { incidentImports, neighbourhoods } from "#db/schema/index.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { boundaryImport, geoJson, square, threeAreas, type TestArea } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";
import { streetFile, streetRow } from "#tests/support/street-files.ts";

let database: TestDatabase;
let files: TestFiles;
let minutes = 0;
beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase(), openTestFiles()]);
});
afterAll(async () => {
  await Promise.all([database.close(), files.remove()]);
});

/** A job of its own, a minute after the one before. */
const later = () => {
  minutes += 1;
  const at = new Date(Date.UTC(2026, 5, 1, 12, minutes));
  return testJob(database.db, { now: () => at });
};
const loadAreas = async (areas: readonly TestArea[]) => {
  const job = later();
  await importBoundaries(job, boundaryImport(await files.write(`areas-${minutes}.geojson`, geoJson(areas))));
  return job.said;
};

const months = Array.from({ length: 24 }, (_, index) =>
  new Date(Date.UTC(2024, 4 + index, 1)).toISOString().slice(0, 7),
);
// In the west of T1, in what T1 and T2 swap below, and in T3.
const places = [["-1.78", "53.05"] as const, ["-1.71", "53.05"] as const, ["-1.55", "53.05"] as const];
const archive = () =>
  files.zip(
    "archive.zip",
    Object.fromEntries(
      months.map((month) => [
        `${month}/${month}-derbyshire-street.csv`,
        streetFile(places.map((place) => streetRow(place, { month }))),
      ]),
    ),
  );
const importArchive = async () => {
  const input = { path: await archive(), dryRun: false, attribution: "", force: null };
  const imported = await importIncidents(later(), input);
  return [...new Set(imported.map(({ outcome }) => outcome))];
};

const idOf = async (code: string) => {
  const [found] = await database.db
    .select({ id: neighbourhoods.id })
    .from(neighbourhoods)
    .where(eq(neighbourhoods.code, code));
  return found?.id ?? "";
};
const trend = async (code: string) =>
  (await trendOf(database.db, await idOf(code), ["Burglary"], "2026-04-01"))?.latest ?? null;
const staleMonths = async (code: string) =>
  (await monthsOfOtherShape(database.db, await idOf(code), "2024-05-01", "2026-04-01")).length;
const trends = () => Promise.all([trend("T1"), trend("T2"), trend("T3")]);
const said = "24 months of incidents were counted in the boundaries before: import the same files again.";

/** T1 gives its east to T2; T3 is as it was, with another name. */
function redrawn(): TestArea[] {
  const [one, two, three] = threeAreas();
  const part = square([-1.8, 53], 0.1).coordinates[0] ?? [];
  const narrow = part.map(([lng = 0, lat = 0]) => [lng > -1.75 ? -1.75 : lng, lat]);
  const wide = (square([-1.7, 53]).coordinates[0] ?? []).map(([lng = 0, lat = 0]) => [
    lng < -1.65 ? -1.75 : lng,
    lat,
  ]);
  return [
    { ...one, geometry: { type: "Polygon", coordinates: [narrow] } },
    { ...two, geometry: { type: "Polygon", coordinates: [wide] } },
    { ...three, name: "Eastside and Mill Hill" },
  ];
}

test("months counted in other boundaries show no trend where the shape changed, until they are loaded again", async () => {
  await loadAreas(threeAreas());
  expect(await importArchive()).toEqual(["loaded"]);
  expect(await trends()).toEqual([24, 0, 12]);

  expect((await loadAreas(redrawn())).at(-1)).toContain(said);
  expect(await Promise.all(["T1", "T2", "T3"].map(staleMonths))).toEqual([24, 24, 0]);
  expect(await trends()).toEqual([null, null, 12]);

  // The same files are other counts now.
  expect(await importArchive()).toEqual(["loaded"]);
  expect(await importArchive()).toEqual(["unchanged"]);
  expect(await Promise.all(["T1", "T2", "T3"].map(staleMonths))).toEqual([0, 0, 0]);
  expect(await trends()).toEqual([12, 12, 12]);

  const rollback = boundariesCommands.find(({ verb }) => verb === "rollback");
  const job = later();
  await rollback?.run(job, {});
  expect(job.said.at(-1)).toContain(said);
  expect(await trends()).toEqual([null, null, 12]);
  expect(await importArchive()).toEqual(["loaded"]);
  expect(await trends()).toEqual([24, 0, 12]);
});

test("a neighbourhood that is new has no trend from months counted before it was", async () => {
  const [one, two, three] = threeAreas();
  await loadAreas([one, two, { ...three, id: "T9" }]);
  expect(await trend("T9")).toBeNull();
  expect(await trend("T1")).toBe(24);
  expect(await importArchive()).toEqual(["loaded"]);
  expect(await trend("T9")).toBe(12);
});

test("a month that was counted before the boundaries changed is not stored after it", async () => {
  const editionId = (await editionInForce(database.db, "boundaries"))?.id ?? "";
  const before = await database.db.select().from(incidentImports).orderBy(asc(incidentImports.month));
  await loadAreas(redrawn());
  const [month] = before;
  if (month === undefined) throw new Error("No month is loaded.");
  const storing = storeMonth(later(), { ...month, rows: 1, counts: [] }, { editionId, refused: 0 });
  await expect(storing).rejects.toThrow(ImportRefused);
  await expect(storing).rejects.toThrow("The boundaries changed while 2024-05 was counted");
  expect(await database.db.select().from(incidentImports).orderBy(asc(incidentImports.month))).toEqual(
    before,
  );
});
