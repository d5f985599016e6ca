import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importStructure } from "#app/services/structure/import-structure.server.ts";
import { structureTemplate } from "#app/services/structure/structure-rows.server.ts";
import { importTeams } from "#app/services/team/import-teams.server.ts";
import { teamsTemplate } from "#app/services/team/teams-template.server.ts";
import { listNeighbourhoodIdentities } from "#db/queries/structure-import.ts";
import { basesOf, contactOf, teamOfNeighbourhood } from "#db/queries/team.ts";
import { agencies, editions, people, postDetails, posts } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

let test: TestDatabase;
let folder: string;
const open = async () => {
  test = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "teams-"));
};
const openWithStructure = async () => {
  await open();
  const path = join(folder, "structure.csv");
  writeFileSync(path, structureTemplate.join("\n"));
  await importStructure(testJob(test.db), { path, dryRun: false, sourceDate: null, attribution: "" });
};
const close = async () => {
  await test.close();
  rmSync(folder, { recursive: true });
};

const load = async (lines: readonly string[] | Buffer, given: { dryRun?: boolean; day?: string } = {}) => {
  const path = join(folder, "teams.csv");
  writeFileSync(path, Buffer.isBuffer(lines) ? lines : lines.join("\n"));
  const job = testJob(test.db, { now: () => new Date(`${given.day ?? "2026-06-01"}T12:00:00Z`) });
  const report = await importTeams(job, {
    path,
    dryRun: given.dryRun ?? false,
    sourceDate: null,
    attribution: "",
  });
  return { report, said: job.said.join("\n"), progressed: job.progressed };
};
const refusal = async (lines: readonly string[] | Buffer) => {
  try {
    await load(lines);
  } catch (error) {
    if (error instanceof ImportRefused) return error;
    throw error;
  }
  throw new Error("The file was not refused.");
};
/** The template with every line that matches replaced, or left out where the replacement is null. */
const edited = (match: RegExp, replacement: ((line: string) => string) | null) =>
  teamsTemplate.flatMap((line) => (match.test(line) ? (replacement ? [replacement(line)] : []) : [line]));
const idOf = async (code: string) =>
  (await listNeighbourhoodIdentities(test.db)).find((row) => row.code === code)?.id ?? "";
const wordsOf = async (code: string, day: string, at?: Date) =>
  (await teamOfNeighbourhood(test.db, await idOf(code), day, at)).map(({ words }) => words);

describe("importTeams", () => {
  beforeEach(openWithStructure);
  afterEach(close);

  it("loads its own template: every kind of record, shown as residents see it", async () => {
    const { report, said } = await load(teamsTemplate);
    expect(report).toMatchObject({
      read: 17,
      changed: 0,
      gone: 0,
      warnings: [],
    });
    expect(said).toContain("post S01 added");
    expect(await wordsOf("HP01", "2026-06-01")).toEqual(["Sgt Archer", "Vacant, covered by PCSO Reid"]);
    expect(await wordsOf("HP01", "2026-05-31")).toEqual(["Sgt Archer", "PC Lowe"]);
    const members = await teamOfNeighbourhood(test.db, await idOf("HP02"), "2026-06-01");
    expect(members.map(({ words, agency, holder }) => ({ words, agency, photoOk: holder?.photoOk }))).toEqual(
      [
        { words: "Sgt Archer", agency: null, photoOk: true },
        { words: "PCSO Reid", agency: null, photoOk: false },
        { words: "Ranger (name withheld)", agency: "High Moor Borough Council", photoOk: false },
      ],
    );
    expect(await contactOf(test.db, await idOf("HP02"))).toEqual({
      email: "northgate.snt@anyshire.example",
      telephone: "101",
      website: "https://www.anyshire.example/northgate",
    });
  });

  it("never lets a base out that is not public, nor a withheld surname", async () => {
    const header = teamsTemplate.find((line) => line.startsWith("record,"))?.split(",") ?? [];
    const cells: Record<string, string> = {
      record: "base",
      base: "B03",
      base_name: "Hidden House",
      address: "Secret Lane",
      is_public: "no",
      neighbourhood_codes: "HP02",
    };
    await load([...teamsTemplate, header.map((column) => cells[column] ?? "").join(",")]);
    const shown = JSON.stringify([
      await basesOf(test.db, await idOf("HP02")),
      await teamOfNeighbourhood(test.db, await idOf("HP02"), "2026-06-01"),
    ]);
    expect(shown).toContain("Northgate library");
    expect(shown).not.toMatch(/Hidden House|Secret Lane|Moorside station|Marsh|N2001|isPublic/);
  });

  it("says that nothing changed when the same bytes come again", async () => {
    await load(teamsTemplate);
    const { said } = await load(teamsTemplate);
    expect(said).toContain("Nothing changed");
    expect(await test.db.$count(postDetails)).toBe(4);
  });

  it("finds no change in the same facts written in another order", async () => {
    await load(teamsTemplate);
    const start = teamsTemplate.findIndex((line) => line.startsWith("record,")) + 1;
    const { report } = await load([
      ...teamsTemplate.slice(0, start),
      ...teamsTemplate.slice(start).reverse(),
    ]);
    expect(report).toMatchObject({ added: 0, changed: 0, gone: 0, details: [] });
  });

  it("reports what changed by code, keeps old answers and rolls back", async () => {
    await load(teamsTemplate, { day: "2026-06-01" });
    const identities = await test.db.select().from(posts);
    const next = edited(/,R01,/, null).map((line) =>
      line.startsWith("holding,S01")
        ? line.replace("N1001,Archer", "N1009,Singh")
        : line.replace(",101,", ",0800 000 000,"),
    );
    const { report } = await load(next, { day: "2026-07-01" });
    expect(report).toMatchObject({ added: 0, changed: 3, gone: 1 });
    expect(report.details).toEqual([
      "contact HP01 changed",
      "contact HP02 changed",
      "post S01 changed",
      "post R01 gone",
    ]);
    expect(await test.db.select().from(posts)).toEqual(identities);
    const june = new Date("2026-06-15T00:00:00Z");
    expect(await wordsOf("HP02", "2026-07-01")).toEqual(["Sgt Singh", "PCSO Reid"]);
    expect(await wordsOf("HP02", "2026-06-15", june)).toEqual([
      "Sgt Archer",
      "PCSO Reid",
      "Ranger (name withheld)",
    ]);
    expect((await contactOf(test.db, await idOf("HP01"), june))?.telephone).toBe("101");
    await rollBack(testJob(test.db, { now: () => new Date("2026-07-02T12:00:00Z") }), "teams");
    expect(await wordsOf("HP02", "2026-07-02")).toEqual([
      "Sgt Archer",
      "PCSO Reid",
      "Ranger (name withheld)",
    ]);
  });

  it("changes a surname and an agency's name with the switch, without a surname in the report", async () => {
    await load(teamsTemplate);
    const next = teamsTemplate.map((line) =>
      line.replace("Archer", "Archer-Bell").replace("Anyshire Constabulary", "Anyshire Police"),
    );
    const { report } = await load(next, { day: "2026-07-01" });
    expect(report.details).toEqual([
      'agency POL is now "Anyshire Police" (police)',
      "person N1001 has a new surname",
    ]);
    expect((await wordsOf("HP01", "2026-07-01"))[0]).toBe("Sgt Archer-Bell");
    expect((await test.db.select().from(agencies)).map(({ name }) => name).sort()).toEqual([
      "Anyshire Police",
      "High Moor Borough Council",
    ]);
  });

  it("lets the sergeant of the team lead where none is allocated", async () => {
    const { report } = await load(
      edited(/^allocation,S01,.*HP02/, null).map((line) =>
        line.replace(/^(allocation,S01,.*),0.5,/, "$1,1,"),
      ),
    );
    expect(report.warnings).toEqual([]);
    expect((await wordsOf("HP02", "2026-06-01"))[0]).toBe("Sgt Archer");
  });

  it("writes nothing on a dry run", async () => {
    const { said } = await load(teamsTemplate, { dryRun: true });
    expect(said).toContain("Dry run: nothing was written.");
    for (const table of [posts, people, agencies]) expect(await test.db.$count(table)).toBe(0);
  });

  it("loads a whole force in batches, so that the database is never held for long", async () => {
    const header = teamsTemplate.find((line) => line.startsWith("record,")) ?? "";
    const columns = header.split(",");
    const row = (cells: Record<string, string>) => columns.map((column) => cells[column] ?? "").join(",");
    const lines = Array.from({ length: 374 }, (_, index) => [
      row({
        record: "post",
        post: `C${index}`,
        post_kind: "pc",
        team_code: "T01",
        agency_code: "POL",
        agency_name: "Police",
        agency_kind: "police",
      }),
      row({ record: "allocation", post: `C${index}`, neighbourhood_codes: "HP01", weight: "0.5" }),
      row({ record: "allocation", post: `C${index}`, neighbourhood_codes: "HP02", weight: "0.5" }),
      row({
        record: "holding",
        post: `C${index}`,
        person: `N${index}`,
        surname: "Archer",
        held_from: "2025-01-01",
      }),
    ]).flat();
    const { progressed } = await load([header, ...lines]);
    const writing = progressed.filter(({ stage }) => stage === "Writing allocations");
    expect(writing.map(({ done, total }) => `${done} of ${total}`)).toEqual([
      "200 of 748",
      "400 of 748",
      "600 of 748",
      "748 of 748",
    ]);
    expect(await wordsOf("HP01", "2026-06-01")).toHaveLength(374);
  });
});

describe("importTeams refuses", () => {
  beforeAll(async () => {
    await openWithStructure();
    await load(teamsTemplate);
  });
  afterAll(close);

  const withRow = (cells: string) => [...teamsTemplate.slice(0, -1), cells];
  const header = teamsTemplate.find((line) => line.startsWith("record,"))?.split(",") ?? [];
  const row = (cells: Record<string, string>) =>
    withRow(header.map((column) => cells[column] ?? "").join(","));

  it.each<[string, readonly string[] | Buffer, RegExp]>([
    [
      "a column for given names",
      teamsTemplate
        .map((line) => (line.startsWith("#") ? line : `${line},`))
        .map((line) => (line.startsWith("record,") ? `${line}given_name` : line)),
      /column "given_name" is not one this import knows/,
    ],
    ["a kind of record nobody knows", row({ record: "person" }), /record is "person": not one of: post/],
    ["a row without a record", row({ post: "X" }), /record is missing/],
    [
      "a cell that means nothing on its row",
      row({ record: "contact", neighbourhood_codes: "HP01", weight: "1" }),
      /weight means nothing on this kind of row/,
    ],
    [
      "a day the British way",
      edited(/^holding,S01/, (line) => line.replace("2025-04-01", "01/04/2025")),
      /held_from is "01\/04\/2025": write the day as 2026-12-31/,
    ],
    [
      "a day that does not exist",
      edited(/^holding,S01/, (line) => line.replace("2025-04-01", "2025-02-30")),
      /held_from is "2025-02-30"/,
    ],
    [
      "a weight of 0",
      edited(/^allocation,S01/, (line) => line.replace("0.5", "0")),
      /weight is "0": write a number above 0/,
    ],
    [
      "weights that do not sum to 1",
      edited(/^allocation,S01.*HP02/, null),
      /the weights of S01 sum to 0.5, not 1/,
    ],
    [
      "a link that is no web page",
      edited(/^contact/, (line) =>
        line.replace("https://www.anyshire.example/northgate", "javascript:alert(1)"),
      ),
      /website is "javascript/,
    ],
    [
      "an unknown team",
      edited(/^post,R01/, (line) => line.replace("T01", "T99")),
      /team T99 is not in the structure in force/,
    ],
    [
      "an unknown neighbourhood",
      edited(/^contact/, (line) => line.replace("HP02", "HP99")),
      /neighbourhood HP99 is not in the structure/,
    ],
    [
      "a base whose publicity is not said",
      edited(/Moorside station/, (line) => line.replace(",no,", ",,")),
      /is_public is missing/,
    ],
    [
      "swapped coordinates",
      edited(/Northgate library/, (line) => line.replace("53.25,-1.91", "-1.91,53.25")),
      /lat is "-1.91": the latitude .* swapped/,
    ],
    [
      "Windows-1252",
      Buffer.from(edited(/^holding,S01/, (line) => line.replace("Archer", "Arch\xe9r")).join("\n"), "latin1"),
      /Windows-1252/,
    ],
  ])("%s and changes nothing", async (_, lines, expected) => {
    const error = await refusal(lines);
    expect(
      [error.message, ...error.problems.map(({ where, message }) => `${where ?? ""}: ${message}`)].join("\n"),
    ).toMatch(expected);
    expect(await test.db.$count(posts)).toBe(4);
    expect(await wordsOf("HP01", "2026-06-01")).toEqual(["Sgt Archer", "Vacant, covered by PCSO Reid"]);
  });
});

describe("importTeams before any structure", () => {
  beforeAll(open);
  afterAll(close);

  it("says what to load first", async () => {
    expect((await refusal(teamsTemplate)).message).toContain("structure import");
    expect(await test.db.$count(editions)).toBe(0);
  });
});
