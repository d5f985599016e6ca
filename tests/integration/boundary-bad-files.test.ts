import { readFile, truncate } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { boundariesInForce } from "#db/queries/boundary.ts";
import { editions, neighbourhoods } from "#db/schema/index.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { boundaryImport, geoJson, kmlFile, square, threeAreas } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

let database: TestDatabase;
let files: TestFiles;
beforeAll(async () => {
  database = await openTestDatabase();
  files = await openTestFiles();
  const path = await files.write("good.geojson", geoJson(threeAreas()));
  await importBoundaries(testJob(database.db), boundaryImport(path));
});
afterAll(async () => {
  await database.close();
  await files.remove();
});

/** What the person is told; and nothing has changed. */
async function refusal(path: string): Promise<string> {
  const failure: unknown = await importBoundaries(testJob(database.db), boundaryImport(path)).catch(
    (error: unknown) => error,
  );
  expect((await boundariesInForce(database.db)).map(({ code }) => code)).toEqual(["T1", "T2", "T3"]);
  expect(await database.db.$count(editions)).toBe(1);
  expect(await database.db.$count(neighbourhoods)).toBe(3);
  if (!(failure instanceof ImportRefused)) throw failure;
  return [
    failure.message,
    ...failure.problems.map(({ where, message }) => `${where ?? "-"}: ${message}`),
  ].join("\n");
}
const refusedText = async (name: string, content: string | Uint8Array) =>
  refusal(await files.write(name, content));
const refusedKml = async (content: string) =>
  refusal(await files.zip("kml.zip", { "derbyshire/T1.kml": content }));

const [west, middle, east] = threeAreas();
const withGeometry = (geometry: unknown) => geoJson([west, { ...middle, geometry }, east]);
const ring = (...positions: [number, number][]) => ({ type: "Polygon", coordinates: [positions] });
const good = kmlFile("T1", square([-1.8, 53]));

describe("GeoJSON", () => {
  const eastings = ring([430_000, 350_000], [431_000, 350_000], [431_000, 351_000], [430_000, 350_000]);
  const swapped = ring([53, -1.7], [53, -1.6], [53.1, -1.6], [53, -1.7]);
  const bowTie = ring([-1.7, 53], [-1.6, 53.1], [-1.6, 53], [-1.7, 53.2], [-1.7, 53]);
  const open = ring([-1.7, 53], [-1.6, 53], [-1.6, 53.1], [-1.7, 53.1]);

  test.each([
    ["eastings", withGeometry(eastings), "feature 2 (T2): ", "British National Grid"],
    ["swapped latitude and longitude", withGeometry(swapped), "feature 2 (T2): ", "the wrong way round"],
    [
      "a ring that crosses itself",
      withGeometry(bowTie),
      "feature 2 (T2): ",
      "crosses itself at latitude 53.0",
    ],
    ["an open ring", withGeometry(open), "feature 2 (T2): ", "not closed"],
    [
      "a point",
      withGeometry({ type: "Point", coordinates: [-1.7, 53] }),
      "feature 2: ",
      "Polygon or a MultiPolygon",
    ],
    ["a duplicate id", geoJson([west, middle, { ...east, id: "T1" }]), "feature 3 (T1): ", "T1"],
    ["a missing id", geoJson([west, { ...middle, id: null }, east]), "feature 2: ", "has no id"],
    [
      "a missing name",
      geoJson([west, { ...middle, id: "T7", name: "" }, east]),
      "feature 2 (T7): ",
      "has no name",
    ],
    ["overlapping areas", withGeometry(square([-1.75, 53])), "feature 1 (T1): ", "overlap"],
    [
      "the reserved id",
      geoJson([{ ...west, id: "neighbourhoods" }]),
      "feature 1 (neighbourhoods): ",
      "cannot be a code",
    ],
    ["an id with a slash", geoJson([{ ...west, id: "a/b" }]), "feature 1 (a/b): ", "cannot be a code"],
    [
      "another reference system",
      geoJson([west]).replace("{", '{"crs":{"properties":{"name":"EPSG:27700"}},'),
      "-: ",
      "WGS84",
    ],
    ["no features", geoJson([]), "-: ", "no features"],
    ["something else in JSON", '{"type":"Topology"}', "-: ", "FeatureCollection"],
    ["JSON cut short", geoJson(threeAreas()).slice(0, -40), "", "truncated"],
    ["prose", "Dear Sir", "", "neither GeoJSON nor KML"],
  ])("%s", async (_, content, where, message) => {
    const said = await refusedText("bad.geojson", content);
    expect(said).toContain(message);
    expect(said).toContain(where);
  });

  test("every error is listed, not only the first", async () => {
    const said = await refusedText(
      "bad.geojson",
      geoJson([
        { ...west, geometry: bowTie },
        { ...middle, geometry: open },
      ]),
    );
    expect(said).toContain("2 errors");
    expect(said).toMatch(/feature 1 \(T1\): [^]*feature 2 \(T2\): /);
  });

  test("a ring of more positions than can be checked while residents are served", async () => {
    const circle = Array.from({ length: 60_000 }, (_, step): [number, number] => {
      const angle = (step / 60_000) * 2 * Math.PI;
      return [-1.65 + 0.04 * Math.cos(angle), 53.05 + 0.04 * Math.sin(angle)];
    });
    const [first = [0, 0]] = circle;
    const said = await refusedText("huge.geojson", withGeometry(ring(...circle, first)));
    expect(said).toContain("feature 2 (T2): a ring has 60,001 positions, more than 50,000");
  });

  test("Windows-1252 text", async () => {
    const text = geoJson([{ ...west, name: "Château" }]).replaceAll(",", ",\n");
    const line = text.split("\n").findIndex((one) => one.includes("Château")) + 1;
    const said = await refusedText("bad.geojson", Buffer.from(text, "latin1"));
    expect(said).toContain(`line ${line} is not UTF-8; it looks like Windows-1252: save it as UTF-8`);
  });

  test("an empty file, and one that is not there", async () => {
    expect(await refusedText("empty.geojson", "")).toContain("empty.geojson is empty");
    expect(await refusal(`${files.folder}/none.geojson`)).toContain("There is no file or folder");
  });
});

describe("archives of KML", () => {
  test.each([
    [
      "a DOCTYPE",
      good.replace("<kml", "<!DOCTYPE kml [<!ENTITY a 'aaa'>]><kml"),
      "document type declaration",
    ],
    [
      "an external entity",
      good.replace("<kml", '<!DOCTYPE kml SYSTEM "file:///etc/passwd"><kml'),
      "document type declaration",
    ],
    ["an entity nobody declared", good.replace("<name>T1", "<name>&boom;"), "not well-formed XML"],
    ["an element left open", good.replace("</Polygon>", ""), "not well-formed XML"],
    [
      "no polygon",
      good.replace(/<Polygon>.*<\/Polygon>/, "<Point><coordinates>-1.8,53</coordinates></Point>"),
      "no polygon",
    ],
    ["a coordinate that is none", good.replace("-1.8,53,0", "west,53,0"), "“west,53,0”"],
    [
      "latitude first",
      kmlFile("T1", {
        type: "Polygon",
        coordinates: [
          [
            [53, -1.8],
            [53, -1.7],
            [53.1, -1.7],
            [53, -1.8],
          ],
        ],
      }),
      "the wrong way round",
    ],
  ])("%s", async (_, content, message) => {
    const said = await refusedKml(content);
    expect(said).toContain(message);
    expect(said).toContain("entry derbyshire/T1.kml: ");
  });

  test("a zip cut short", async () => {
    const path = await files.zip("cut.zip", { "derbyshire/T1.kml": good, "derbyshire/T2.kml": good });
    await truncate(path, Math.floor((await readFile(path)).length / 2));
    expect(await refusal(path)).toContain("cut.zip is truncated");
  });

  test("a zip bomb", async () => {
    const bomb = good.replace("</kml>", `<!--${" ".repeat(60_000_000)}--></kml>`);
    expect(await refusedKml(bomb)).toContain('as only a "zip bomb" does');
  });

  test("a name that climbs out", async () => {
    const path = await files.zip("climbs.zip", { "derbyshirexxT1.kml": good });
    const bytes = (await readFile(path))
      .toString("latin1")
      .replaceAll("derbyshirexxT1.kml", "../../../../T1.kml");
    const said = await refusal(await files.write("climbs.zip", Buffer.from(bytes, "latin1")));
    expect(said).toContain("leads outside");
  });

  test("a text file named .zip, and a zip of something else", async () => {
    expect(await refusedText("page.zip", "<html>Not found</html>")).toContain("is not such an archive");
    expect(await refusal(await files.zip("else.zip", { "readme.txt": "hello" }))).toContain("one is needed");
  });
});
