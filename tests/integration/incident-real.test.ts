import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { asc, eq } from "drizzle-orm";
import { parse } from "csv-parse/sync";
import type { MultiPolygon, Polygon } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import whichPolygon from "which-polygon";
import { z } from "zod";
import { rowsOfAccount, sumAccounts } from "#app/domain/incident/account.ts";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { importIncidents } from "#app/services/incident/import-incidents.server.ts";
import { incidentCounts, incidentImports, neighbourhoods } from "#db/schema/index.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { boundaryImport } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

const folder = "../shared/data/crime";
const shapes = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";
const missing = [folder, shapes].filter((path) => !existsSync(path));
const reason = missing.length === 0 ? "" : ` (needs the open data: no ${missing.join(", ")})`;

const shapesSchema = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      properties: z.object({ id: z.string() }),
      geometry: z.custom<Polygon | MultiPolygon>(),
    }),
  ),
});
const rowsSchema = z.array(
  z.object({ Month: z.string(), Longitude: z.string(), Latitude: z.string(), "Crime type": z.string() }),
);

// Exactly on a border that SN03 shares with SW04: which-polygon gives it to either, we to the first by code.
const borderPoints = new Map([["-1.469680 52.917375", "SN03"]]);

/** Four months of a county; the tests go on from one another. */
describe.skipIf(missing.length > 0)(`four real months${reason}`, { timeout: 120_000 }, () => {
  let database: TestDatabase;
  let files: TestFiles;
  let texts: Record<string, string>;
  beforeAll(async () => {
    [database, files] = await Promise.all([openTestDatabase(), openTestFiles()]);
    await importBoundaries(testJob(database.db), boundaryImport(shapes));
    texts = Object.fromEntries(
      readdirSync(folder).map((name) => [
        name.replace(/\.gz$/, ""),
        gunzipSync(readFileSync(join(folder, name))).toString(),
      ]),
    );
  });
  afterAll(async () => {
    await Promise.all([database.close(), files.remove()]);
  });

  const load = async (path: string) => {
    const job = testJob(database.db);
    return { months: await importIncidents(job, { path, dryRun: false, attribution: "", force: null }), job };
  };
  const stored = async () => ({
    imports: await database.db.select().from(incidentImports).orderBy(asc(incidentImports.month)),
    counts: await database.db
      .select({
        month: incidentCounts.month,
        code: neighbourhoods.code,
        kind: incidentCounts.kind,
        count: incidentCounts.count,
      })
      .from(incidentCounts)
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, incidentCounts.neighbourhoodId)),
  });
  const keyed = (counts: Awaited<ReturnType<typeof stored>>["counts"]) =>
    Object.fromEntries(counts.map(({ month, code, kind, count }) => [`${month} ${code} ${kind}`, count]));

  test("every one of 34,837 rows is accounted for", async () => {
    const { months, job } = await load(folder);
    const account = (assigned: number, outside: number) => {
      return { assigned, outside, withoutPosition: 0, refused: 0 };
    };
    expect(months).toEqual([
      { month: "2024-01", account: account(8_093, 123), outcome: "loaded" },
      { month: "2024-02", account: account(8_774, 128), outcome: "loaded" },
      { month: "2024-03", account: account(8_806, 104), outcome: "loaded" },
      { month: "2024-04", account: account(8_701, 108), outcome: "loaded" },
    ]);
    expect(rowsOfAccount(sumAccounts(months.map(({ account }) => account)))).toBe(34_837);
    expect(job.said.at(-1)).toBe(
      "All months: 34,837 rows = 34,374 in a neighbourhood + 463 in none + 0 without a position + 0 refused.",
    );
  });

  test("counts are those which-polygon and another reader of CSV find", async () => {
    const find = whichPolygon(shapesSchema.parse(JSON.parse(readFileSync(shapes, "utf8"))));
    const expected: Record<string, number> = {};
    const rows = Object.values(texts).flatMap((text) => rowsSchema.parse(parse(text, { columns: true })));
    for (const { Month, Longitude, Latitude, "Crime type": kind } of rows) {
      const code =
        borderPoints.get(`${Longitude} ${Latitude}`) ?? find([Number(Longitude), Number(Latitude)])?.id;
      if (code === undefined) continue;
      const key = `${Month}-01 ${code} ${kind}`;
      expected[key] = (expected[key] ?? 0) + 1;
    }
    expect(rows).toHaveLength(34_837);
    expect(keyed((await stored()).counts)).toEqual(expected);
  });

  test("the same months again, as an archive, change nothing", async () => {
    const before = await stored();
    const entries: Record<string, string> = {};
    for (const [name, text] of Object.entries(texts)) entries[`${name.slice(0, 7)}/${name}`] = text;
    const { months } = await load(await files.zip("archive.zip", entries));
    expect(months.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 4 }, () => "unchanged"));
    expect(await stored()).toEqual(before);
  });

  test("a corrected file takes the place of its month and of no other", async () => {
    const before = await stored();
    const name = "2024-02-derbyshire-street.csv";
    const lines = (texts[name] ?? "").split("\n");
    const corrected = lines.filter((line) => !line.includes(",Burglary,")).join("\n");
    const { months } = await load(await files.write(name, corrected));
    expect(months).toMatchObject([{ month: "2024-02", outcome: "loaded" }]);
    const after = await stored();
    const isKept = ({ month, kind }: { month: string; kind: string }) =>
      month !== "2024-02-01" || kind !== "Burglary";
    expect(keyed(after.counts)).toEqual(keyed(before.counts.filter(isKept)));
    expect(before.counts.filter((row) => !isKept(row)).length).toBeGreaterThan(0);
    const others = (of: typeof before) => of.imports.filter(({ month }) => month !== "2024-02-01");
    expect(others(after)).toEqual(others(before));
    await load(join(folder, `${name}.gz`));
    expect(keyed((await stored()).counts)).toEqual(keyed(before.counts));
  });
});
