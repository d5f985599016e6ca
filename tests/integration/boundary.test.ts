import { eq } from "drizzle-orm";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { boundariesCommands } from "#app/cli/boundaries.ts";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { importEdition, rollBack } from "#app/services/edition/edition.server.ts";
import { boundariesInForce } from "#db/queries/boundary.ts";
import { editionInForce, listEditions } from "#db/queries/edition.ts";
import { boundaries, editions, editionTerms, neighbourhoods, news, postcodes } from "#db/schema/index.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { boundaryImport, geoJson, kmlFile, square, threeAreas } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

let database: TestDatabase;
let files: TestFiles;
beforeAll(async () => {
  database = await openTestDatabase();
  files = await openTestFiles();
});
afterAll(async () => {
  await database.close();
  await files.remove();
});
beforeEach(async () => {
  await database.db.delete(news);
  await database.db.delete(editionTerms);
  await database.db.delete(editions);
  await database.db.delete(neighbourhoods);
});

const load = async (content: string, overrides: Parameters<typeof boundaryImport>[1] = {}) => {
  const deps = testJob(database.db);
  const report = await importBoundaries(
    deps,
    boundaryImport(await files.write("areas.geojson", content), overrides),
  );
  return { report, said: deps.said.join("\n") };
};
const inForce = async () =>
  (await boundariesInForce(database.db)).map(({ code, name, slug }) => [code, name, slug]);

describe("a first import", () => {
  test("puts the areas in force with addresses, centres inside, label and credit", async () => {
    const { report } = await load(geoJson(threeAreas()), { sourceDate: "2026-05-01" });
    expect(report).toMatchObject({ read: 3, added: 3, changed: 0, gone: 0, moved: 0, warnings: [] });
    expect(await inForce()).toEqual([
      ["T1", "Westside", "westside"],
      ["T2", "Middle", "middle"],
      ["T3", "Eastside", "eastside"],
    ]);
    const [first] = await boundariesInForce(database.db);
    expect(first?.centreLng).toBeCloseTo(-1.75, 2);
    expect(first?.geometry).toEqual(square([-1.8, 53]));
    expect(await editionInForce(database.db, "boundaries")).toMatchObject({
      source: "areas.geojson",
      date: "2026-05-01",
      attribution: "Test",
      isIllustrative: false,
    });
  });

  test("winds rings as RFC 7946 asks and drops heights", async () => {
    const [area] = threeAreas();
    const ring = square([-1.8, 53])
      .coordinates[0]?.toReversed()
      .map((position) => [...position, 0]);
    await load(geoJson([{ ...area, geometry: { type: "Polygon", coordinates: [ring] } }]));
    expect((await boundariesInForce(database.db))[0]?.geometry).toEqual(square([-1.8, 53]));
  });

  test("takes the code and name from the properties named", async () => {
    const feature = {
      type: "Feature",
      id: 7,
      properties: { ref: "X9", label: "Mill Hill" },
      geometry: square([-1.8, 53]),
    };
    const content = JSON.stringify({ type: "FeatureCollection", features: [feature] });
    await load(content, { idProperty: "ref", nameProperty: "label" });
    expect(await inForce()).toEqual([["X9", "Mill Hill", "mill-hill"]]);
  });

  test("gives two of one name different addresses, and keeps an address when the name changes", async () => {
    const [west, middle, east] = threeAreas();
    await load(geoJson([west, { ...middle, name: "Westside" }, east]));
    expect((await inForce()).map(([, , slug]) => slug)).toEqual(["westside", "westside-t2", "eastside"]);
    await load(geoJson([{ ...west, name: "Old Town" }, middle, east]));
    expect(await inForce()).toEqual([
      ["T1", "Old Town", "westside"],
      ["T2", "Middle", "westside-t2"],
      ["T3", "Eastside", "eastside"],
    ]);
  });
});

describe("a further import", () => {
  test("of the same bytes says that nothing changed", async () => {
    await load(geoJson(threeAreas()));
    const { said } = await load(geoJson(threeAreas()));
    expect(said).toContain("Nothing changed");
    expect(await listEditions(database.db, "boundaries")).toHaveLength(1);
  });

  test("reports what is added, gone, renamed, reshaped, and the postcodes that moved; rolls back", async () => {
    await load(geoJson(threeAreas()));
    await loadPostcodes([
      ["DE4 1AA", -1.62],
      ["DE4 1AB", -1.61],
      ["DE4 1AC", -1.55],
      ["DE4 1AD", -1.75],
      ["DE4 1AE", -3],
    ]);
    const [west, middle] = threeAreas();
    const wider = { ...middle, name: "Midtown", geometry: square([-1.7, 53], 0.1) };
    wider.geometry.coordinates = [
      [
        [-1.7, 53],
        [-1.6, 53],
        [-1.57, 53.1],
        [-1.7, 53.1],
        [-1.7, 53],
      ],
    ];
    const added = { id: "T4", name: "Riverside", geometry: square([-1.5, 53]) };
    const { report, said } = await load(geoJson([west, wider, added]));
    expect(report).toMatchObject({ read: 3, added: 1, changed: 1, gone: 1 });
    expect(report.details).toEqual(
      expect.arrayContaining([
        "T4 Riverside: added",
        "T3 Eastside: gone",
        "T2 Middle: now called Midtown",
        "T2: new shape",
        "T3 → (none): 1 postcode",
      ]),
    );
    expect(said).toContain("3 neighbourhoods read: 1 added, 1 changed, 1 gone; 1 postcode moved");
    const [now] = await listEditions(database.db, "boundaries");
    expect(
      (
        await database.db
          .select()
          .from(editions)
          .where(eq(editions.id, now?.id ?? ""))
      )[0]?.report,
    ).toEqual(report);

    await rollBack(testJob(database.db), "boundaries");
    expect((await inForce()).map(([code]) => code)).toEqual(["T1", "T2", "T3"]);
  });

  test("of a dry run changes nothing", async () => {
    await load(geoJson(threeAreas()));
    const { report, said } = await load(geoJson(threeAreas().slice(0, 2)), { isDryRun: true });
    expect([report.gone, said]).toEqual([1, expect.stringContaining("nothing was written")]);
    expect(await inForce()).toHaveLength(3);
  });

  test("that is aborted leaves the old edition in force and nothing behind", async () => {
    await load(geoJson(threeAreas()));
    const stop = new AbortController();
    const deps = testJob(database.db, {
      signal: stop.signal,
      progress: ({ stage }) => {
        if (stage === "Writing boundaries") stop.abort();
      },
    });
    const path = await files.write("next.geojson", geoJson(threeAreas().slice(0, 2)));
    await expect(importBoundaries(deps, boundaryImport(path))).rejects.toThrow("aborted");
    expect(await inForce()).toHaveLength(3);
    expect(await database.db.select().from(boundaries)).toHaveLength(3);
    expect(await database.db.select().from(editions)).toHaveLength(1);
  });
});

describe("the KML files of data.police.uk", () => {
  test("one folder in a zip; parts become one shape; names come from the file, the CSV, what was known, the code", async () => {
    const [west] = threeAreas();
    await load(geoJson([{ ...west, id: "T3", name: "Known Already" }]));
    const path = await files.zip("kml.zip", {
      "2026-05/derbyshire/T1.kml": kmlFile("T1", square([-1.8, 53])),
      "2026-05/derbyshire/T2.kml": kmlFile("Middle", square([-1.7, 53]), square([-1.65, 53.2])),
      "2026-05/derbyshire/T3.kml": kmlFile("T3", square([-1.6, 53])),
      "2026-05/derbyshire/T4.kml": kmlFile("T4", square([-1.5, 53])),
    });
    const namesPath = await files.write("names.csv", "id,name\nT1,The Château\nT9,Nowhere\n");
    const report = await importBoundaries(testJob(database.db), boundaryImport(path, { namesPath }));
    expect((await inForce()).map(([code, name]) => [code, name])).toEqual([
      ["T1", "The Château"],
      ["T2", "Middle"],
      ["T3", "Known Already"],
      ["T4", "T4"],
    ]);
    expect(report.warnings).toContain("names.csv names T9, which has no boundary");
    expect((await boundariesInForce(database.db))[1]?.geometry).toEqual({
      type: "MultiPolygon",
      coordinates: [square([-1.7, 53]).coordinates, square([-1.65, 53.2]).coordinates],
    });
  });

  test("several forces need --force, which must exist", async () => {
    const path = await files.zip("forces.zip", {
      "derbyshire/T1.kml": kmlFile("T1", square([-1.8, 53])),
      "kent/K1.kml": "not even XML",
    });
    const importing = (force: string | null) =>
      importBoundaries(testJob(database.db), boundaryImport(path, { force }));
    await expect(importing(null)).rejects.toMatchObject({
      message: expect.stringContaining("--force") as string,
      problems: [{ where: null, message: "it holds derbyshire, kent" }],
    });
    await expect(importing("surrey")).rejects.toThrow("holds no folder surrey");
    await importing("derbyshire");
    expect(await inForce()).toEqual([["T1", "T1", "t1"]]);
  });

  test("--download fetches them", async () => {
    const bytes = await readFile(
      await files.zip("d.zip", { "derbyshire/T1.kml": kmlFile("T1", square([-1.8, 53])) }),
    );
    const server = createServer((_, response) => response.end(bytes));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const command = boundariesCommands.find(({ verb }) => verb === "import");
    await command?.run(testJob(database.db), { download: true, url: `http://127.0.0.1:${port}/2026-05.zip` });
    server.close();
    expect(await inForce()).toEqual([["T1", "T1", "t1"]]);
    expect((await editionInForce(database.db, "boundaries"))?.attribution).toContain(
      "Open Government Licence",
    );
    await expect(command?.run(testJob(database.db), {})).rejects.toThrow("--download, but not both");
  });
});

async function loadPostcodes(rows: readonly [postcode: string, lng: number][]) {
  const edition = {
    noun: "postcodes",
    source: "p.csv",
    sourceDate: null,
    attribution: "",
    isIllustrative: false,
  } as const;
  await importEdition(testJob(database.db), { ...edition, digest: "p" }, async (editionId) => {
    await database.db
      .insert(postcodes)
      .values(rows.map(([postcode, lng]) => ({ editionId, postcode, lng, lat: 53.05 })));
    return { report: { read: 0, added: 0, changed: 0, gone: 0, moved: 0, warnings: [], details: [] } };
  });
}

const approximate = new URL(
  "../../../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson",
  import.meta.url,
);

test.skipIf(!existsSync(approximate))("95 real areas load (needs ../shared/data)", async () => {
  const { report } = await load(await readFile(approximate, "utf8"));
  expect(report).toMatchObject({ read: 95, added: 95 });
  expect(await inForce()).toHaveLength(95);
});
