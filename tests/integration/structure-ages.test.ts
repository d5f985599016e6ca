import { afterAll, beforeAll, expect, test } from "vitest";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { importStructure } from "#app/services/structure/import-structure.server.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import { listAgeStructure } from "#db/queries/vote.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
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

const header =
  "neighbourhood_code,bcu_code,bcu_name,section_code,section_name,partnership_code,partnership_name,team_code,team_name,residents_13_15,residents_16_17,residents_18_plus";
const row = "B1,North,S1,Peak,E07000037,High Peak,T1,Northgate";

/** Loads N1 with these ages, and N2 with none. */
const load = async (ages: string, day = "2026-06-01") => {
  const path = await files.write("structure.csv", `${header}\nN1,${row},${ages}\nN2,${row},,,\n`);
  const now = () => new Date(`${day}T12:00:00Z`);
  return importStructure(testJob(database.db, { now }), {
    path,
    dryRun: false,
    sourceDate: null,
    attribution: "",
  });
};
const problemsWith = async (ages: string) => {
  const failure: unknown = await load(ages).catch((error: unknown) => error);
  if (!(failure instanceof ImportRefused)) throw new Error("The file was not refused.");
  return failure.problems.map(({ where, message }) => `${where ?? ""}: ${message}`);
};
const agesOf = async (wanted: string) => {
  const place = (await placementsInForce(database.db)).find(({ code }) => code === wanted);
  const ages = await listAgeStructure(database.db, place?.neighbourhoodId ?? "");
  return Object.fromEntries(ages.map(({ ageBand, residents }) => [ageBand, residents]));
};

test("takes how many residents of each age there are, where a row says so, with the edition", async () => {
  await load("30,0,410");
  expect(await agesOf("N1")).toEqual({ "13-15": 30, "16-17": 0, "18+": 410 });
  expect(await agesOf("N2")).toEqual({});
  const report = await load("30,12,410", "2026-07-01");
  expect(report).toMatchObject({ added: 0, changed: 1, gone: 0 });
  expect(report.details.join()).toMatch(/N1 changed.*12 aged 16-17.*was.* 0 aged 16-17/);
  expect(await agesOf("N1")).toMatchObject({ "16-17": 12 });
  await rollBack(testJob(database.db, { now: () => new Date("2026-07-02T12:00:00Z") }), "structure");
  expect(await agesOf("N1")).toMatchObject({ "16-17": 0 });
});

test.each([
  ["not all there", "30,,410", ["line 2: residents_16_17 is missing"]],
  [
    "no whole numbers",
    "30,1.5,-4",
    [
      'line 2: residents_16_17 is "1.5": write a whole number, with digits only',
      'line 2: residents_18_plus is "-4": write a whole number, with digits only',
    ],
  ],
  [
    "too many",
    "30,1,99000000",
    ['line 2: residents_18_plus is "99000000": is more than a neighbourhood has'],
  ],
])("refuses ages that are %s", async (_, ages, problems) => {
  expect(await problemsWith(ages)).toEqual(problems);
});
