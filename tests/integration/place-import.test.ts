import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importPlaces, placesTemplate } from "#app/services/place/import-places.server.ts";
import { placesInForce } from "#db/queries/place.ts";
import { editions } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

const realPlaces = fileURLToPath(
  new URL("../../../shared/data/places/places_derbyshire_osm_2024-06.csv", import.meta.url),
);

let test: TestDatabase;
let folder: string;
beforeEach(async () => {
  test = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "places-"));
});
afterEach(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const importFile = async (path: string, day = "2026-06-01", dryRun = false) => {
  const job = testJob(test.db, { now: () => new Date(`${day}T12:00:00Z`) });
  const report = await importPlaces(job, {
    path,
    dryRun,
    sourceDate: "2026-05-01",
    attribution: "© somebody",
  });
  return { report, said: job.said.join("\n") };
};
const load = (lines: readonly string[], day?: string, dryRun?: boolean) => {
  const path = join(folder, "places.csv");
  writeFileSync(path, lines.join("\n"));
  return importFile(path, day, dryRun);
};
const names = async (at?: Date) => (await placesInForce(test.db, at)).map(({ name }) => name);

describe("importPlaces", () => {
  it("loads its template, reports a second edition by name, and rolls back", async () => {
    expect((await load(placesTemplate)).report).toMatchObject({ read: 2, added: 2 });
    expect((await placesInForce(test.db))[0]).toEqual({
      name: "Northgate",
      kind: "town",
      lng: -1.91,
      lat: 53.25,
      districtCode: "E07000037",
    });
    expect((await load(placesTemplate)).said).toContain("Nothing changed");
    const next = [
      ...placesTemplate.slice(0, -2),
      "Northgate,town,53.26,-1.91,E07000037",
      "Aston,hamlet,53.3,-1.8,",
    ];
    const { report } = await load(next, "2026-07-01");
    expect(report.details).toEqual([
      "Aston (hamlet) added",
      "Northgate (town, E07000037) changed",
      "Moorside (village, E07000037) gone",
    ]);
    expect(await names()).toEqual(["Northgate", "Aston"]);
    expect(await names(new Date("2026-06-15T00:00:00Z"))).toEqual(["Northgate", "Moorside"]);
    await rollBack(testJob(test.db, { now: () => new Date("2026-07-02T12:00:00Z") }), "places");
    expect(await names()).toEqual(["Northgate", "Moorside"]);
  });

  it("writes nothing on a dry run", async () => {
    expect((await load(placesTemplate, undefined, true)).said).toContain("2 added");
    expect(await test.db.$count(editions)).toBe(0);
  });

  it.each<[string, string[], string]>([
    ["swapped coordinates", ["Aston,town,-1.9,53.2"], "line 2: lat"],
    ["eastings and northings", ["Aston,town,405000,373000"], "line 2: lat"],
    ["a kind that is none", ["Aston,metropolis,53,-1"], 'line 2: kind is "metropolis", not one of: city'],
    ["a place twice", ["Aston,town,53,-1", "Aston,town,53,-1"], "line 3: Aston stands on line 2 already"],
    ["a decimal comma", ['Aston,town,"53,2",-1'], "line 2: lat"],
  ])("refuses %s", async (_, rows, expected) => {
    const error: unknown = await load(["name,kind,lat,lng", ...rows]).catch((thrown: unknown) => thrown);
    if (!(error instanceof ImportRefused)) throw error;
    expect(error.problems.map(({ where, message }) => `${where ?? ""}: ${message}`).join("\n")).toContain(
      expected,
    );
    expect(await names()).toEqual([]);
  });

  it.skipIf(!existsSync(realPlaces))("loads the county's real places (needs ../shared/data)", async () => {
    const { report } = await importFile(realPlaces);
    expect(report.warnings.join()).toContain('column "lad"');
    expect(await placesInForce(test.db)).toHaveLength(report.read);
    expect(report.read).toBeGreaterThan(500);
  });
});
