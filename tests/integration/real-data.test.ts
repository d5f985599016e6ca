import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { MultiPolygon, Polygon } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import whichPolygon from "which-polygon";
import { z } from "zod";
import type { Finder } from "#app/domain/finder/finder.ts";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { importPostcodes, type ImportPostcodes } from "#app/services/postcode/import-postcodes.server.ts";
import { listEditions } from "#db/queries/edition.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { boundaryImport } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

const data = "../shared/data";
const archive = join(data, "postcodes/codepo_gb_2025.4.0_raw.tar.gz");
const derbyshire = join(data, "postcodes/postcodes_derbyshire_2025-11.csv");
const boundaries = join(data, "neighbourhoods/neighbourhoods_95_APPROX.geojson");
const districtShapes = join(data, "boundaries/districts_20m.geojson");
const missing = [archive, derbyshire, boundaries, districtShapes].filter((path) => !existsSync(path));
const reason = missing.length === 0 ? "" : ` (needs the open data: no ${missing.join(", ")})`;

const rowsSchema = z.array(
  z.object({
    postcode: z.string(),
    lng: z.coerce.number(),
    lat: z.coerce.number(),
    lad: z.string(),
    lad_name: z.string(),
  }),
);

const districtsSchema = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      properties: z.object({ code: z.string() }),
      geometry: z.custom<Polygon | MultiPolygon>(),
    }),
  ),
});

const usual: Omit<ImportPostcodes, "path"> = {
  format: null,
  districts: null,
  isDryRun: false,
  isSmallerAllowed: false,
  sourceDate: null,
  attribution: null,
};

/** Both imports once over a demonstration; the tests go on from one another, to the rollback at the end. */
describe.skipIf(missing.length > 0)(`a county on real data${reason}`, { timeout: 120_000 }, () => {
  let database: TestDatabase;
  let files: TestFiles;
  let finder: Finder;
  let rows: z.infer<typeof rowsSchema>;
  let answersBefore: string[];
  let districtAt: (lng: number, lat: number) => string | null;

  const load = async () => {
    const loaded = await loadFinder(database.db);
    if (loaded === null) throw new Error("No boundaries are in force.");
    return loaded;
  };
  const answersOf = (one: Finder) => rows.map(({ postcode }) => JSON.stringify(one.answerPostcode(postcode)));
  const terms = async () => [
    ...(await listEditions(database.db, "boundaries")),
    ...(await listEditions(database.db, "postcodes")),
  ];

  beforeAll(async () => {
    [database, files] = await Promise.all([openTestDatabase(), openTestFiles()]);
    const job = testJob(database.db);
    await fillDemonstration(database.db, job.now(), () => undefined);
    rows = rowsSchema.parse(parse(readFileSync(derbyshire), { columns: true }));

    // An edition to roll back to: a rollback to no postcodes at all is refused.
    const centres = (await load()).neighbourhoods.map(({ centre: [lng, lat] }, at) => {
      const inward = `${at % 10}${"ABDEFGHJLNP"[Math.floor(at / 10)] ?? "Z"}Z`;
      return `DE90 ${inward},${lat},${lng}`;
    });
    const own = await files.write("own.csv", ["postcode,lat,lng", ...centres].join("\n"));
    await importPostcodes(job, { ...usual, path: own });
    answersBefore = answersOf(await load());

    await importBoundaries(job, boundaryImport(boundaries));
    await importPostcodes(job, { ...usual, path: archive });
    finder = await load();

    // which-polygon, not our own geometry, says which district a point is in.
    const shapes = districtsSchema.parse(JSON.parse(readFileSync(districtShapes, "utf8")));
    const find = whichPolygon(shapes);
    districtAt = (lng, lat) => find([lng, lat])?.code ?? null;
  }, 180_000);
  afterAll(async () => {
    await Promise.all([database.close(), files.remove()]);
  });

  test("answers all 26,465 postcodes: 26,463 by the polygon they lie in, 2 by the nearest", () => {
    const counts: Record<string, number> = {};
    for (const { postcode } of rows) {
      const answer = finder.answerPostcode(postcode);
      const kind = answer.kind === "found" ? answer.answeredBy : answer.kind;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual({ boundary: 26_463, nearest: 2 });
  });

  /**
   * The file of neighbourhoods names no district, so each is placed by the district polygon that holds its centre:
   * geometry alone, independent of what its postcodes say. Each real neighbourhood lies in one district, so a postcode
   * is in a wrong one when its own district, by its polygon and by its publisher's code, is not that of its answer.
   */
  test("puts none in a wrong district", () => {
    const homeOf = new Map(finder.neighbourhoods.map(({ slug, centre }) => [slug, districtAt(...centre)]));
    expect([...homeOf.values()]).not.toContain(null);
    expect(new Set(homeOf.values()).size).toBe(9);
    let judgedByPolygon = 0;
    const wrong = rows.filter(({ postcode, lng, lat, lad }) => {
      const answer = finder.answerPostcode(postcode);
      const given = answer.kind === "found" ? homeOf.get(answer.neighbourhood.slug) : undefined;
      const byPolygon = districtAt(lng, lat);
      if (byPolygon !== null) judgedByPolygon += 1;
      return given !== lad || (byPolygon !== null && byPolygon !== given);
    });
    expect(wrong).toEqual([]);
    expect(judgedByPolygon).toBe(26_463);
  });

  test("names that district to the resident, although no structure is loaded for these neighbourhoods", () => {
    const misnamed = new Set<string>();
    for (const { postcode, lad_name } of rows) {
      const answer = finder.answerPostcode(postcode);
      const given = answer.kind === "found" ? answer.neighbourhood : null;
      if (given?.district !== lad_name) misnamed.add(`${given?.code} ${given?.district}, not ${lad_name}`);
    }
    expect([...misnamed]).toEqual([]);
  });

  test.each([
    ["Sheffield", "S1 2HE", "E08000039", "South Yorkshire Police"],
    ["Burton upon Trent", "de141aa", "E07000193", "Staffordshire Police"],
    ["Glasgow", "G1 1AB", "S12000049", "Police Scotland"],
  ])("sends %s, %s, to its own force", (_, typed, districtCode, name) => {
    const answer = finder.answerPostcode(typed);
    expect(answer).toMatchObject({ kind: "outside-force", districtCode, otherForce: { name } });
    expect(answer.kind === "outside-force" && answer.otherForce.url).toMatch(
      /^https:\/\/www\.police\.uk\/pu\/your-area\//,
    );
  });

  test("knows no ZZ99 9ZZ, and no postcode in hello", () => {
    expect(finder.answerPostcode("ZZ99 9ZZ")).toMatchObject({ kind: "unknown", alternatives: [] });
    expect(finder.answerPostcode("hello")).toMatchObject({ kind: "not-a-postcode", typed: "hello" });
  });

  test("imported again, changes nothing and says so", async () => {
    const before = await terms();
    const job = testJob(database.db);
    expect(await importPostcodes(job, { ...usual, path: archive })).toEqual({ outcome: "unchanged" });
    await importBoundaries(job, boundaryImport(boundaries));
    expect(job.said).toEqual([
      expect.stringMatching(/^Nothing has changed/),
      expect.stringMatching(/^Nothing changed/),
    ]);
    expect(await terms()).toEqual(before);
  });

  test("rolled back, both, answers every postcode as before", async () => {
    await rollBack(testJob(database.db), "boundaries");
    await rollBack(testJob(database.db), "postcodes");
    expect(answersOf(await load())).toEqual(answersBefore);
  });
});
