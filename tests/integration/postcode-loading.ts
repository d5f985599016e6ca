import { afterAll, beforeAll, beforeEach } from "vitest";
import { findOutsideDistrict } from "#app/domain/finder/outside-postcodes.ts";
import { importPostcodes, type ImportPostcodes } from "#app/services/postcode/import-postcodes.server.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { loadOutside, loadPostcodes } from "#db/queries/postcode.ts";
import { editions, editionTerms, neighbourhoods, partnerships } from "#db/schema/index.ts";
import { inwardToNumber } from "#geo/postcode.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

/** Set before the first test of a file that called `usePostcodeTests`. */
export let database: TestDatabase;
export let files: TestFiles;

/** Gives a test file a database that knows two districts, emptied of editions before each test. */
export function usePostcodeTests() {
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
}

export const usual: Omit<ImportPostcodes, "path"> = {
  format: null,
  districts: null,
  isDryRun: false,
  isSmallerAllowed: false,
  sourceDate: null,
  attribution: null,
};

export async function load(path: string, options: Partial<ImportPostcodes> = {}) {
  const job = testJob(database.db);
  const result = await importPostcodes(job, { ...usual, path, ...options });
  const edition = await editionInForce(database.db, "postcodes");
  return { job, result, edition };
}

export const inForce = async () => {
  const edition = await editionInForce(database.db, "postcodes");
  return edition === null ? [] : loadPostcodes(database.db, edition.id);
};

/** The district of a postcode outside the force in the edition in force. */
export async function outsideDistrict(outward: string, inward: string): Promise<string | null> {
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
export const sk =
  row("SK17 9ZZ", 405_900, 373_500, "E07000037") + row("SK1 9ZZ", 389_500, 390_300, "E08000007");
const s = row("S1  9ZZ", 435_400, 387_200, "E08000019") + row("S98 9ZZ", 0, 0, "", 90);
export const codePoint = {
  "codepo_gb/Doc/metadata.txt":
    "DATASET VERSION NUMBER: 2026.1.0\nCOPYRIGHT DATE: 20260120\n      DE\t4\n      SK\t2\n       S\t2\n",
  "codepo_gb/Doc/licence.txt": Buffer.from("Contains OS data © Crown copyright 2026.\n", "latin1"),
  "codepo_gb/Doc/Code-Point_Open_Column_Headers.csv": "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n",
  "codepo_gb/Data/CSV/de.csv": de,
  "codepo_gb/Data/CSV/sk.csv": sk,
  "codepo_gb/Data/CSV/s.csv": s,
};
