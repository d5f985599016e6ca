import { eq } from "drizzle-orm";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findOutsideDistrict } from "#app/domain/finder/outside-postcodes.ts";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { importPostcodes, type ImportPostcodes } from "#app/services/postcode/import-postcodes.server.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { loadOutside, loadPostcodes } from "#db/queries/postcode.ts";
import {
  boundaries,
  editions,
  editionTerms,
  neighbourhoods,
  outsidePostcodes,
  partnerships,
  postcodes,
} from "#db/schema/index.ts";
import { inwardToNumber } from "#geo/postcode.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

let database: TestDatabase;
let files: TestFiles;
beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase(), openTestFiles()]);
  await database.db.insert(partnerships).values([
    { code: "E07000035", name: "Derbyshire Dales", slug: "derbyshire-dales" },
    { code: "E07000037", name: "High Peak", slug: "high-peak" },
  ]);
});
afterAll(async () => {
  await Promise.all([database.close(), files.remove()]);
});
beforeEach(async () => {
  await database.db.delete(editionTerms);
  await database.db.delete(editions);
  await database.db.delete(neighbourhoods);
});

const usual: Omit<ImportPostcodes, "path"> = {
  format: null,
  districts: null,
  isDryRun: false,
  isSmallerAllowed: false,
  sourceDate: null,
  attribution: null,
};

async function load(path: string, options: Partial<ImportPostcodes> = {}) {
  const job = testJob(database.db);
  const result = await importPostcodes(job, { ...usual, path, ...options });
  const edition = await editionInForce(database.db, "postcodes");
  return { job, result, edition };
}

const inForce = async () => {
  const edition = await editionInForce(database.db, "postcodes");
  return edition === null ? [] : loadPostcodes(database.db, edition.id);
};

/** The district of a postcode outside the force in the edition in force. */
async function outsideDistrict(outward: string, inward: string): Promise<string | null> {
  const edition = await editionInForce(database.db, "postcodes");
  const rows = edition === null ? [] : await loadOutside(database.db, edition.id);
  const row = rows.find((one) => one.outward === outward);
  return row === undefined ? null : findOutsideDistrict(row, inwardToNumber(inward));
}

const row = (postcode: string, easting: number, northing: number, district: string, quality = 10) =>
  `"${postcode}",${quality},${easting},${northing},"E92000001","E19000001","E18000004","","${district}","E05003300"\n`;

const de =
  row("DE4 9ZY", 429_800, 360_100, "E07000035") +
  row("DE4 9ZZ", 0, 0, "E07000035", 90) +
  row("DE1 9ZZ", 435_300, 336_400, "E06000015") +
  row("DE4 9ZX", 429_900, 360_200, "", 60);
const sk = row("SK17 9ZZ", 405_900, 373_500, "E07000037") + row("SK1 9ZZ", 389_500, 390_300, "E08000007");
const s = row("S1  9ZZ", 435_400, 387_200, "E08000019") + row("S98 9ZZ", 0, 0, "", 90);
const codePoint = {
  "codepo_gb/Doc/metadata.txt":
    "DATASET VERSION NUMBER: 2026.1.0\nCOPYRIGHT DATE: 20260120\n      DE\t4\n      SK\t2\n       S\t2\n",
  "codepo_gb/Doc/licence.txt": Buffer.from("Contains OS data © Crown copyright 2026.\n", "latin1"),
  "codepo_gb/Doc/Code-Point_Open_Column_Headers.csv": "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n",
  "codepo_gb/Data/CSV/de.csv": de,
  "codepo_gb/Data/CSV/sk.csv": sk,
  "codepo_gb/Data/CSV/s.csv": s,
};

describe("OS Code-Point Open", () => {
  const asFolder = async () => {
    const folder = join(files.folder, "codepo_gb");
    await mkdir(join(folder, "Data/CSV"), { recursive: true });
    await mkdir(join(folder, "Doc"), { recursive: true });
    for (const [name, content] of Object.entries(codePoint)) await files.write(name, content);
    return folder;
  };
  const asZip = () => files.zip("codepo_gb.zip", codePoint);
  const asTarGz = () =>
    files.tarGz(
      "codepo_gb.tar.gz",
      Object.entries(codePoint).map(([name, content]) => [{ name }, content.toString("latin1")]),
    );

  test.each([
    ["a folder", asFolder],
    ["a zip", asZip],
    ["a tar.gz", asTarGz],
  ])("as %s", async (_, write) => {
    const { edition, result } = await load(await write());
    expect(edition).toMatchObject({
      source: "OS Code-Point Open 2026.1.0",
      date: "2026-01-20",
      isIllustrative: false,
    });
    expect(result).toMatchObject({
      outcome: "loaded",
      report: { read: 8, added: 3, gone: 0, changed: 0, moved: 0 },
    });
    const [, noPoint, buxton] = await inForce();
    expect(await inForce()).toHaveLength(3);
    expect(noPoint).toEqual({
      postcode: "DE4 9ZZ",
      lng: NaN,
      lat: NaN,
      districtCode: "E07000035",
      terminatedIn: null,
    });
    expect(buxton).toMatchObject({ postcode: "SK17 9ZZ", districtCode: "E07000037" });
    expect(buxton?.lng).toBeCloseTo(-1.9133, 2);
    expect(buxton?.lat).toBeCloseTo(53.2585, 2);
  });

  test("keeps the credit of its licence", async () => {
    const { edition } = await load(await asZip());
    expect(edition?.attribution).toBe("Contains OS data © Crown copyright 2026.");
  });

  test.each([
    ["another district's", "S1", "9ZZ", "E08000019"],
    ["one beside the force's", "DE1", "9ZZ", "E06000015"],
    ["one in no district, far from the force", "S98", "9ZZ", ""],
    ["one in no district, where the force has postcodes", "DE4", "9ZX", null],
    ["one of the force", "DE4", "9ZY", null],
  ])("packs postcodes outside: %s", async (_, outward, inward, district) => {
    await load(await asZip());
    expect(await outsideDistrict(outward, inward)).toBe(district);
  });

  test("takes the districts that are named instead of the partnerships'", async () => {
    await load(await asZip(), { districts: ["E08000019"] });
    expect((await inForce()).map(({ postcode }) => postcode)).toEqual(["S1 9ZZ"]);
  });

  test("reads one area's file alone", async () => {
    const { edition } = await load(await files.write("sk.csv", sk));
    expect(edition).toMatchObject({ source: "OS Code-Point Open", date: null });
    expect(await inForce()).toHaveLength(1);
  });

  test("shows how far it is, in bytes of the archive, then in rows", async () => {
    const { job } = await load(await asZip());
    expect(job.progressed[0]).toMatchObject({ stage: "Reading postcodes", unit: "bytes" });
    expect(job.progressed.at(-1)).toEqual({ stage: "Writing postcodes", done: 7, total: 7, unit: "rows" });
  });
});

describe("the ONS Postcode Directory", () => {
  const header =
    '"pcd","pcd2","pcds","dointr","doterm","oscty","oslaua","oseast1m","osnrth1m","lat","long"\n';
  const rows =
    '"DE4 9ZY","DE4  9ZY","DE4 9ZY","198001","","E10000007","E07000035","429800","0360100",53.137,-1.5558\n' +
    '"DE4 9ZW","DE4  9ZW","DE4 9ZW","198001","201906","E10000007","E07000035","429800","0360100",53.1371,-1.5559\n' +
    '"DE4 9ZT","DE4  9ZT","DE4 9ZT","202301","","E10000007","E07000035","","",99.999999,0.000000\n' +
    '"S1  9ZZ","S1   9ZZ","S1 9ZZ","198001","","","E08000019","435400","0387200",53.38,-1.47\n' +
    '"S1  9ZY","S1   9ZY","S1 9ZY","198001","199912","","E08000019","435400","0387200",53.38,-1.47\n';
  const newHeader = "pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,east1m,north1m,lat,long\n";

  test.each([
    ["in its older columns", header, "ONSPD_FEB_2025_UK.csv"],
    ["in its newer columns", newHeader, "ONSPD_FEB_2025.csv"],
  ])("%s", async (_, names, fileName) => {
    const { edition, result } = await load(await files.write(fileName, names + rows));
    expect(edition).toMatchObject({ source: "ONS Postcode Directory", date: "2025-02-01" });
    expect(edition?.attribution).toContain("Office for National Statistics");
    expect(await inForce()).toEqual([
      { postcode: "DE4 9ZT", lng: NaN, lat: NaN, districtCode: "E07000035", terminatedIn: null },
      { postcode: "DE4 9ZW", lng: -1.5559, lat: 53.1371, districtCode: "E07000035", terminatedIn: "2019-06" },
      { postcode: "DE4 9ZY", lng: -1.5558, lat: 53.137, districtCode: "E07000035", terminatedIn: null },
    ]);
    expect(await outsideDistrict("S1", "9ZZ")).toBe("E08000019");
    expect(await outsideDistrict("S1", "9ZY")).toBeNull();
    expect(result).toMatchObject({ report: { read: 5, added: 2 } });
  });

  test("as a zip, its copy by area and its look-ups left alone", async () => {
    const path = await files.zip("onspd.zip", {
      "Data/ONSPD_FEB_2025_UK.csv": header + rows,
      "Data/multi_csv/ONSPD_FEB_2025_UK_DE.csv": header + rows,
      "Documents/LA_UA names and codes UK as at 04_23.csv": "LAD23CD,LAD23NM\nE07000035,Derbyshire Dales\n",
      "User Guide/ONSPD User Guide.pdf": "%PDF",
    });
    const { edition } = await load(path);
    expect(edition?.date).toBe("2025-02-01");
    expect(await inForce()).toHaveLength(3);
  });

  test("places a postcode by the grid where it has no degrees", async () => {
    const path = await files.write(
      "grid.csv",
      "pcds,doterm,oslaua,oseast1m,osnrth1m\nDE4 9ZY,,E07000035,429800,0360100\n",
    );
    await load(path);
    const [found] = await inForce();
    expect(found?.lat).toBeCloseTo(53.1372, 3);
    expect(found?.lng).toBeCloseTo(-1.5558, 2);
  });
});

describe("a plain list", () => {
  test.each([
    ["as it is described", "postcode,lat,lng\nDE4 9ZY,53.137,-1.5558\n", null],
    [
      "in another order, with districts",
      "Longitude,District,Latitude,Postcode\n-1.5558,e07000035,53.137,de49zy\n",
      "E07000035",
    ],
    [
      "as a spreadsheet writes it",
      '\uFEFF"postcode","latitude","long","note"\r\n"DE4 9ZY","53.137","-1.5558","by the\nmill"\r\n',
      null,
    ],
  ])("%s", async (_, text, districtCode) => {
    const { edition } = await load(await files.write("ours.csv", text));
    expect(edition).toMatchObject({ source: "ours.csv", date: null, attribution: "" });
    expect(await inForce()).toEqual([
      { postcode: "DE4 9ZY", lng: -1.5558, lat: 53.137, districtCode, terminatedIn: null },
    ]);
  });

  test("takes the date and the credit it is given", async () => {
    const { edition } = await load(
      await files.write("ours.csv", "postcode,lat,lng\nDE4 9ZY,53.137,-1.5558\n"),
      {
        sourceDate: "2026-03-01",
        attribution: "© The Force",
      },
    );
    expect(edition).toMatchObject({ date: "2026-03-01", attribution: "© The Force" });
  });

  test("reports the few rows it could not read, with line and file", async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => {
      const letters = "ABDEFGHJLN";
      const inward = `${n % 10}${letters[Math.floor(n / 10) % 10] ?? ""}${letters[Math.floor(n / 100) % 10] ?? ""}`;
      return `DE${Math.floor(n / 1_000) + 4} ${inward},53.1,-1.5`;
    });
    rows[1_000] = "nonsense,53.1,-1.5";
    const { result } = await load(await files.write("ours.csv", `postcode,lat,lng\n${rows.join("\n")}\n`));
    expect(result).toMatchObject({
      report: {
        read: 2_000,
        added: 1_999,
        warnings: ['line 1002 of ours.csv: "nonsense" is not a postcode; left out'],
      },
    });
  });
});

describe("the next edition", () => {
  const first =
    "postcode,lat,lng,district\nDE4 9ZY,53.137,-1.5558,E07000035\nDE4 9ZX,53.15,-1.5,E07000035\nDE4 9ZW,53.1,-1.6,E07000035\n";
  const second =
    "postcode,lat,lng,district\nDE4 9ZY,53.137,-1.4,E07000035\nDE4 9ZX,53.15,-1.5,E07000037\nDE4 9ZT,53.1,-1.6,E07000035\n";

  test("the same again changes nothing", async () => {
    const path = await files.write("first.csv", first);
    const { edition } = await load(path);
    const again = await load(path);
    expect(again.result).toEqual({ outcome: "unchanged" });
    expect(again.edition?.id).toBe(edition?.id);
    expect(await database.db.$count(editions)).toBe(1);
  });

  test("says what changed, and goes back", async () => {
    const square = (west: number, east: number) => ({
      type: "Polygon" as const,
      coordinates: [
        [
          [west, 53],
          [east, 53],
          [east, 53.3],
          [west, 53.3],
          [west, 53],
        ],
      ],
    });
    const now = new Date("2026-01-01T00:00:00Z");
    const [edition] = await database.db
      .insert(editions)
      .values({
        noun: "boundaries",
        status: "whole",
        source: "x",
        attribution: "",
        isIllustrative: true,
        digest: "x",
        createdAt: now,
      })
      .returning();
    await database.db
      .insert(editionTerms)
      .values({ noun: "boundaries", editionId: edition?.id ?? "", inForceFrom: now });
    for (const [code, west, east] of [
      ["DD01", -2, -1.52],
      ["DD02", -1.52, -1],
    ] as const) {
      const [one] = await database.db
        .insert(neighbourhoods)
        .values({ code, slug: code.toLowerCase(), createdAt: now })
        .returning();
      await database.db.insert(boundaries).values({
        editionId: edition?.id ?? "",
        neighbourhoodId: one?.id ?? "",
        name: code,
        geometry: square(west, east),
        centreLng: west + 0.1,
        centreLat: 53.1,
      });
    }
    const before = await load(await files.write("first.csv", first));
    const { result, job } = await load(await files.write("second.csv", second));
    expect(result).toMatchObject({ report: { added: 1, gone: 1, changed: 2, moved: 1 } });
    expect(job.said).toEqual(
      expect.arrayContaining(["  1 moved more than 100 m", "  1 in another district", "  DD01 → DD02: 1"]),
    );
    await rollBack(testJob(database.db), "postcodes");
    expect((await editionInForce(database.db, "postcodes"))?.id).toBe(before.edition?.id);
    expect((await inForce()).map(({ postcode }) => postcode)).toEqual(["DE4 9ZW", "DE4 9ZX", "DE4 9ZY"]);
  });

  test("a dry run reports and writes nothing", async () => {
    const { edition } = await load(await files.write("first.csv", first));
    const dry = await load(await files.write("second.csv", second), { isDryRun: true });
    expect(dry.result).toMatchObject({ outcome: "checked", report: { added: 1, gone: 1 } });
    expect(dry.edition?.id).toBe(edition?.id);
    expect(await database.db.$count(editions)).toBe(1);
    expect(await database.db.$count(postcodes)).toBe(3);
  });

  test("warns when the postcodes of other forces are lost", async () => {
    await load(await files.write("sk.csv", sk));
    const { result } = await load(await files.write("first.csv", first));
    expect(result).toMatchObject({
      report: { warnings: [expect.stringContaining("postcodes of other forces")] },
    });
  });

  test("warns of a district without a postcode", async () => {
    const { result } = await load(await files.write("sk.csv", sk));
    expect(result).toMatchObject({
      report: { warnings: ["No postcode lies in E07000035: has the code changed?"] },
    });
  });

  test("stopped while it writes, it leaves the edition in force serving and no row behind", async () => {
    const { edition } = await load(await files.write("first.csv", first));
    const stop = new AbortController();
    const job = testJob(database.db, {
      signal: stop.signal,
      progress: ({ stage }) => {
        if (stage === "Writing postcodes") stop.abort();
      },
    });
    const path = await files.write("sk.csv", sk);
    await expect(importPostcodes(job, { ...usual, path, isSmallerAllowed: true })).rejects.toThrow();
    expect((await editionInForce(database.db, "postcodes"))?.id).toBe(edition?.id);
    expect(await database.db.$count(postcodes)).toBe(3);
    expect(await database.db.$count(outsidePostcodes)).toBe(0);
  });

  test("what a killed import left is cleared, never served", async () => {
    const [leftover] = await database.db
      .insert(editions)
      .values({
        noun: "postcodes",
        status: "staging",
        source: "x",
        attribution: "",
        isIllustrative: false,
        digest: "x",
        createdAt: new Date(0),
      })
      .returning();
    await database.db
      .insert(postcodes)
      .values({ editionId: leftover?.id ?? "", postcode: "DE4 9ZU", districtCode: null });
    expect(await inForce()).toEqual([]);
    await load(await files.write("first.csv", first));
    expect(await inForce()).toHaveLength(3);
    expect(await database.db.$count(postcodes, eq(postcodes.editionId, leftover?.id ?? ""))).toBe(0);
  });
});
