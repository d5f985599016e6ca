import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importPostcodes, type ImportPostcodes } from "#app/services/postcode/import-postcodes.server.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { loadPostcodes } from "#db/queries/postcode.ts";
import { editions } from "#db/schema/index.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

let database: TestDatabase;
let files: TestFiles;
let editionId: string;
const usual: Omit<ImportPostcodes, "path"> = {
  format: null,
  districts: ["E07000035"],
  isDryRun: false,
  isSmallerAllowed: false,
  sourceDate: null,
  attribution: null,
};

beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase(), openTestFiles()]);
  const path = await files.write("good.csv", "postcode,lat,lng\nDE4 9ZY,53.137,-1.5558\n");
  await importPostcodes(testJob(database.db), { ...usual, path });
  editionId = (await editionInForce(database.db, "postcodes"))?.id ?? "";
});
afterAll(async () => {
  await Promise.all([database.close(), files.remove()]);
});

async function refusal(path: string, options: Partial<ImportPostcodes> = {}): Promise<string> {
  try {
    await importPostcodes(testJob(database.db), { ...usual, path, ...options });
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return [error.message, ...error.problems.map(({ where, message }) => `${where ?? ""}: ${message}`)].join(
      " | ",
    );
  }
  throw new Error("It was not refused.");
}

const codePoint = (postcode: string, easting = "429800", northing = "360100", district = "E07000035") =>
  `"${postcode}",10,${easting},${northing},"E92000001","","","","${district}","E05003300"\n`;

/** Rows that do not repeat and pack badly, so that an archive of them has something to lose. */
const manyRows = Array.from({ length: 4_000 }, (_, n) => {
  const letters = "ABDEFGHJLNPQRSTUWXYZ";
  const inward = `${Math.floor(n / 400)}${letters[Math.floor(n / 20) % 20] ?? ""}${letters[n % 20] ?? ""}`;
  return codePoint(
    `DE4 ${inward}`,
    String(400_000 + ((n * 7_919) % 10_007)),
    String(350_000 + ((n * 104_729) % 9_973)),
  );
}).join("");

async function cutShort(path: string): Promise<string> {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, Math.round(bytes.length * 0.6)));
  return path;
}

const plain = (rows: string) => files.write("ours.csv", `postcode,lat,lng\n${rows}`);

test.each<[string, () => Promise<string>, RegExp]>([
  ["nothing there", () => Promise.resolve(join(files.folder, "absent.csv")), /There is no file/],
  ["an empty file", () => files.write("empty.csv", ""), /empty\.csv is empty/],
  ["a header alone", () => plain(""), /There is no postcode in it/],
  ["a text named .zip", () => files.write("text.zip", "postcode,lat,lng\n"), /not such an archive/],
  [
    "a truncated zip",
    async () => cutShort(await files.zip("short.zip", { "Data/CSV/de.csv": manyRows })),
    /short\.zip is truncated/,
  ],
  [
    "a truncated tar.gz",
    async () => cutShort(await files.tarGz("short.tgz", [[{ name: "Data/CSV/de.csv" }, manyRows]])),
    /short\.tgz is truncated/,
  ],
  [
    "a zip bomb",
    () => files.zip("bomb.zip", { "Data/CSV/de.csv": Buffer.alloc(40_000_000, "a") }),
    /bomb\.zip unpacks to more than is safe.*zip bomb/,
  ],
  [
    "a tar that climbs out",
    () => files.tarGz("climbs.tgz", [[{ name: "../de.csv" }, manyRows]]),
    /leads outside/,
  ],
  [
    "some other table",
    () => files.write("people.csv", "id,name\n1,Ann\n"),
    /no postcodes this can read.*line 1 of people\.csv/,
  ],
  [
    "an archive without postcodes",
    () => files.zip("other.zip", { "a.csv": "id,name\n", "readme.txt": "hello" }),
    /no postcodes this can read.*line 1 of a\.csv/,
  ],
  [
    "two kinds at once",
    () =>
      files.zip("both.zip", {
        "a.csv": "postcode,lat,lng\nDE4 9ZY,53.1,-1.5\n",
        "de.csv": codePoint("DE4 9ZX"),
      }),
    /more than one kind.*de\.csv/,
  ],
  [
    "Windows-1252",
    () => files.write("1252.csv", Buffer.from("postcode,lat,lng,name\nDE4 9ZY,53.1,-1.5,Café\n", "latin1")),
    /line 2 is not UTF-8; it looks like Windows-1252/,
  ],
  [
    "UTF-16",
    () => files.write("utf16.csv", Buffer.from("\uFEFFpostcode,lat,lng\nDE4 9ZY,53.1,-1.5\n", "utf16le")),
    /UTF-16|no postcodes this can read/,
  ],
  ["an unclosed quote", () => plain('"DE4 9ZY,53.1,-1.5\n'), /is not a CSV file this can read/],
  [
    "a line without end",
    () => files.write("long.csv", codePoint("DE4 9ZY") + "x".repeat(200_000)),
    /line 2 is longer than 64 kB/,
  ],
  [
    "swapped latitude and longitude",
    () => plain("DE4 9ZY,-1.5558,53.137\n"),
    /line 2 of ours\.csv: latitude and longitude look swapped/,
  ],
  [
    "eastings for degrees",
    () => plain("DE4 9ZY,360100,429800\n"),
    /line 2 of ours\.csv: .*British National Grid metres/,
  ],
  [
    "a point in France",
    () => plain("DE4 9ZY,48.85,2.35\n"),
    /latitude 48\.85, longitude 2\.35 is not in the United Kingdom/,
  ],
  [
    "a point missing",
    () => plain("DE4 9ZY,,\n"),
    /line 2 of ours\.csv: its latitude or longitude is missing/,
  ],
  ["no postcode", () => plain("DE4,53.1,-1.5\n"), /"DE4" is not a postcode/],
  [
    "a postcode twice",
    () => plain("DE4 9ZY,53.1,-1.5\nde49zy,53.2,-1.5\n"),
    /1 rows repeat a postcode.*line 3 of ours\.csv: this postcode has a row already/,
  ],
  [
    "a district by name",
    () => files.write("named.csv", "postcode,lat,lng,district\nDE4 9ZY,53.1,-1.5,Derby\n"),
    /"Derby" is not a district code/,
  ],
  [
    "off the grid",
    () => files.write("de.csv", codePoint("DE4 9ZY", "4298000")),
    /line 1 of de\.csv: easting and northing .* 4298000, 360100/,
  ],
  [
    "no coordinates where they are promised",
    () => files.write("de.csv", codePoint("DE4 9ZY", "0", "0")),
    /not on the British National Grid/,
  ],
  [
    "columns missing",
    () => files.write("de.csv", `${codePoint("DE4 9ZY")}"DE4 9ZX",10\n`),
    /1 of 2 rows.*line 2 of de\.csv: 2 columns instead of 10/,
  ],
  [
    "another force's postcodes",
    () => files.write("s.csv", codePoint("S1 9ZZ", "435400", "387200", "E08000019")),
    /None of its 1 postcodes lies in the force's districts \(E07000035\)/,
  ],
  [
    "an incomplete copy",
    () =>
      files.zip("part.zip", { "Doc/metadata.txt": "      DE\t2\n", "Data/CSV/de.csv": codePoint("DE4 9ZY") }),
    /part\.zip is not complete.*postcode area DE: metadata\.txt counts 2 postcodes, 1 were read/,
  ],
  [
    "a directory without coordinates",
    () => files.write("onspd.csv", "pcds,doterm,oslaua\nDE4 9ZY,,E07000035\n"),
    /no column named lat and long/,
  ],
  [
    "a directory with a wrong date",
    () => files.write("onspd.csv", "pcds,doterm,oslaua,lat,long\nDE4 9ZY,201913,E07000035,53.1,-1.5\n"),
    /doterm "201913" is not a year and month/,
  ],
])("refuses %s, and the edition in force still serves", async (_, write, expected) => {
  expect(await refusal(await write())).toMatch(expected);
  expect((await editionInForce(database.db, "postcodes"))?.id).toBe(editionId);
  expect(await loadPostcodes(database.db, editionId)).toHaveLength(1);
  expect(await database.db.$count(editions)).toBe(1);
});

test("stops reading a file of which nothing can be read", async () => {
  const path = await files.write("noise.csv", codePoint("DE4 9ZY") + "nonsense,\n".repeat(200_000));
  expect(await refusal(path)).toMatch(/^More than 10000 rows could not be read/);
});

test("asks for the force's districts where nothing names them", async () => {
  const path = await files.write("de.csv", codePoint("DE4 9ZY"));
  expect(await refusal(path, { districts: null })).toMatch(
    /Import the structure first .* --districts E07000032/,
  );
});

test("a format that is named rules over what the file looks like", async () => {
  const path = await files.write("de.csv", codePoint("DE4 9ZY"));
  expect(await refusal(path, { format: "plain" })).toMatch(
    /the first line must name the columns postcode, lat and lng/,
  );
});

test("takes fewer than half the postcodes in force only when told to", async () => {
  const path = await files.write("de.csv", manyRows);
  await importPostcodes(testJob(database.db), { ...usual, path });
  const few = await plain("DE4 9ZY,53.137,-1.5558\n");
  expect(await refusal(few)).toMatch(
    /Only 1 postcodes, fewer than half of the 4,000 in force.*--force-smaller/,
  );
  await importPostcodes(testJob(database.db), { ...usual, path: few, isSmallerAllowed: true });
  const edition = await editionInForce(database.db, "postcodes");
  expect(await loadPostcodes(database.db, edition?.id ?? "")).toHaveLength(1);
});
