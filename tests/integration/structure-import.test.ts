import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importEdition, rollBack } from "#app/services/edition/edition.server.ts";
import { importStructure } from "#app/services/structure/import-structure.server.ts";
import { structureTemplate } from "#app/services/structure/structure-rows.server.ts";
import { editionInForce, listEditions } from "#db/queries/edition.ts";
import { placementOf, placementsInForce } from "#db/queries/structure.ts";
import { addNeighbourhoods } from "#db/queries/structure-import.ts";
import { boundaries, editions, neighbourhoods, partnerships, placements, teams } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

const header =
  "neighbourhood_code,neighbourhood_name,bcu_code,bcu_name,section_code,section_name,partnership_code,partnership_name,team_code,team_name,urban_rural";
const north = "B1,North,S1,Peak,E07000037,High Peak,T1,Northgate";
const south = "B2,South,S2,Dale,E07000035,Dales,T2,Southgate";
const first = [header, `N1,Norton,${north},town`, `N2,Sutton,${north},`, `N3,Weston,${south},rural`];

let test: TestDatabase;
let folder: string;
const open = async () => {
  test = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "structure-"));
};
const close = async () => {
  await test.close();
  rmSync(folder, { recursive: true });
};

const save = (content: readonly string[] | Buffer, name = "structure.csv") => {
  const path = join(folder, name);
  writeFileSync(path, Buffer.isBuffer(content) ? content : `${content.join("\r\n")}\r\n`);
  return path;
};
const load = async (content: readonly string[] | Buffer, given: { dryRun?: boolean; day?: string } = {}) => {
  const now = () => new Date(`${given.day ?? "2026-06-01"}T12:00:00Z`);
  const job = testJob(test.db, { now });
  const options = { path: save(content), dryRun: given.dryRun ?? false, sourceDate: null, attribution: "" };
  return { report: await importStructure(job, options), said: job.said.join("\n") };
};
const refusal = async (content: readonly string[] | Buffer) => {
  try {
    await load(content);
  } catch (error) {
    if (error instanceof ImportRefused) return error;
    throw error;
  }
  throw new Error("The file was not refused.");
};
const teamsByCode = async (at?: Date) =>
  Object.fromEntries((await placementsInForce(test.db, at)).map(({ code, team }) => [code, team.code]));

async function loadBoundaries(named: Record<string, string>) {
  await addNeighbourhoods(
    test.db,
    Object.keys(named).map((code) => ({ code, slug: code.toLowerCase() })),
    new Date(),
  );
  const ids = await test.db.select().from(neighbourhoods);
  const edition = {
    noun: "boundaries",
    source: "test",
    sourceDate: null,
    attribution: "",
    isIllustrative: true,
    digest: "",
  } as const;
  await importEdition(testJob(test.db), edition, async (editionId) => {
    await test.db.insert(boundaries).values(
      ids.map(({ id, code }) => ({
        editionId,
        neighbourhoodId: id,
        name: named[code] ?? code,
        geometry: {
          type: "Polygon" as const,
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        },
        centreLng: 0,
        centreLat: 0,
      })),
    );
    return { report: { read: 0, added: 0, changed: 0, gone: 0, moved: 0, warnings: [], details: [] } };
  });
}

describe("importStructure", () => {
  beforeEach(open);
  afterEach(close);

  it("places every neighbourhood, makes what is new and says so", async () => {
    const { report, said } = await load(first);
    expect(report).toMatchObject({ read: 3, added: 3, changed: 0, gone: 0, warnings: [] });
    expect(said).toContain("3 rows read: 3 added");
    expect(await placementsInForce(test.db)).toMatchObject([
      {
        code: "N1",
        slug: "norton",
        name: "N1",
        urbanRural: "town",
        bcu: { code: "B1", name: "North" },
        section: { code: "S1", name: "Peak" },
        partnership: { code: "E07000037", name: "High Peak", slug: "high-peak" },
        team: { code: "T1", name: "Northgate" },
      },
      { code: "N2", urbanRural: null },
      { code: "N3", bcu: { code: "B2" } },
    ]);
    expect(await editionInForce(test.db, "structure")).toMatchObject({
      source: "structure.csv",
      isIllustrative: false,
    });
  });

  it("takes its own template, a byte order mark, quotes and comments", async () => {
    const { report } = await load(Buffer.from(`\uFEFF${structureTemplate.join("\n")}`));
    expect(report).toMatchObject({ read: 2, added: 2, warnings: [] });
    expect((await placementsInForce(test.db)).map(({ slug }) => slug)).toEqual([
      "northgate",
      "moorside-upper-and-lower",
    ]);
  });

  it("says that nothing changed when the same bytes come again", async () => {
    await load(first);
    const { said, report } = await load(first, { day: "2026-06-02" });
    expect(said).toContain("Nothing changed");
    expect(report).toMatchObject({ added: 0, changed: 0, gone: 0 });
    expect(await listEditions(test.db, "structure")).toHaveLength(1);
  });

  it("keeps identities and old answers through a restructure, and rolls back", async () => {
    await load(first, { day: "2026-06-01" });
    const before = await test.db.select().from(teams);
    const { report } = await load(
      [header, `N1,Norton,${north},town`, `N2,Sutton,${south},`, `N4,Aston,${south},`],
      {
        day: "2026-07-01",
      },
    );
    expect(report).toMatchObject({ added: 1, changed: 1, gone: 1 });
    expect(report.details.join("\n")).toMatch(
      /N4 added.*\nN2 changed: BCU B2.*team T2.*was BCU B1.*team T1.*\nN3 gone/,
    );
    expect(await test.db.select().from(teams)).toEqual(before);
    expect(await teamsByCode()).toEqual({ N1: "T1", N2: "T2", N4: "T2" });
    const june = new Date("2026-06-15T00:00:00Z");
    expect(await teamsByCode(june)).toEqual({ N1: "T1", N2: "T1", N3: "T2" });
    expect(await teamsByCode(new Date("2026-05-31T00:00:00Z"))).toEqual({});

    const [n3] = (await placementsInForce(test.db, june)).filter(({ code }) => code === "N3");
    expect(await placementOf(test.db, n3?.neighbourhoodId ?? "")).toBeNull();
    expect(await placementOf(test.db, n3?.neighbourhoodId ?? "", june)).toMatchObject({
      team: { code: "T2" },
    });

    await rollBack(testJob(test.db, { now: () => new Date("2026-07-10T12:00:00Z") }), "structure");
    expect(await teamsByCode()).toEqual({ N1: "T1", N2: "T1", N3: "T2" });
    expect(await teamsByCode(new Date("2026-07-05T00:00:00Z"))).toEqual({ N1: "T1", N2: "T2", N4: "T2" });
  });

  it("renames with the switch, and can take a name back after a rollback", async () => {
    await load(first);
    const renamed = first.map((line) => line.replaceAll("Northgate", "Norton and Sutton"));
    const { report } = await load(renamed, { day: "2026-07-01" });
    expect(report).toMatchObject({ added: 0, changed: 0, gone: 0 });
    expect(report.details).toEqual(['T1 is now called "Norton and Sutton" (was "Northgate")']);
    await rollBack(testJob(test.db, { now: () => new Date("2026-07-02T12:00:00Z") }), "structure");
    await load(first, { day: "2026-07-03" });
    expect((await placementsInForce(test.db))[0]?.team.name).toBe("Northgate");
  });

  it("answers about the past with the names of its day", async () => {
    await load(first, { day: "2026-06-01" });
    await load(
      first.map((line) => line.replaceAll("Northgate", "Northgate Rural")),
      { day: "2026-09-01" },
    );
    const nameAt = async (at?: Date) =>
      (await placementsInForce(test.db, at)).find(({ code }) => code === "N1")?.team.name;
    expect(await nameAt(new Date("2026-07-01T00:00:00Z"))).toBe("Northgate");
    expect(await nameAt()).toBe("Northgate Rural");
  });

  it("gives two partnerships of one name different addresses", async () => {
    await load([header, `N1,,${north},`, `N2,,${south.replace("Dales", "High Peak")},`]);
    const slugs = (await test.db.select().from(partnerships)).map(({ slug }) => slug).sort();
    expect(slugs).toEqual(["high-peak", "high-peak-e07000035"]);
  });

  it("names neighbourhoods as the boundaries do, and checks codes against them", async () => {
    await loadBoundaries({ N1: "Zeal", N2: "Ash", N9: "Yarrow" });
    expect((await refusal(first)).problems).toEqual([
      { where: "line 4", message: "neighbourhood N3 is not in the boundaries in force" },
    ]);
    const { report } = await load(first.slice(0, 3));
    expect(report.warnings).toEqual(["N9 is in the boundaries in force but not in this file"]);
    expect((await placementsInForce(test.db)).map(({ name }) => name)).toEqual(["Ash", "Zeal"]);
  });

  it("writes nothing on a dry run", async () => {
    const { said } = await load(first, { dryRun: true });
    expect(said).toContain("Dry run: nothing was written.");
    expect(await test.db.$count(editions)).toBe(0);
    expect(await test.db.$count(teams)).toBe(0);
    expect(await test.db.$count(neighbourhoods)).toBe(0);
  });

  it("leaves the old structure in force, and nothing half written, when it is given up while writing", async () => {
    await load(first);
    const controller = new AbortController();
    const job = testJob(test.db, {
      signal: controller.signal,
      progress: ({ stage }) => {
        if (stage === "Writing") controller.abort(new Error("given up"));
      },
    });
    const path = save([header, `N1,,${south},`]);
    await expect(
      importStructure(job, { path, dryRun: false, sourceDate: null, attribution: "" }),
    ).rejects.toThrow("given up");
    expect(await teamsByCode()).toEqual({ N1: "T1", N2: "T1", N3: "T2" });
    expect(await test.db.$count(placements)).toBe(3);
    expect(await test.db.$count(editions)).toBe(1);
  });
});

describe("importStructure refuses", () => {
  beforeAll(async () => {
    await open();
    await load(first);
  });
  afterAll(close);

  it.each<[string, readonly string[] | Buffer, RegExp]>([
    ["an empty file", Buffer.from(""), /empty/i],
    ["a header alone", [header], /no rows/],
    [
      "a missing column",
      [header.replace("team_code", "team"), `N1,,${north},`],
      /header: column team_code is missing/,
    ],
    ["semicolons", [header.replaceAll(",", ";")], /semicolons/],
    [
      "Windows-1252",
      Buffer.from([...first, `N4,Caf\xe9,${north},`].join("\n"), "latin1"),
      /line 5.*Windows-1252/,
    ],
    ["a quote left open", [...first, `N4,"Aston,${north},`], /not well-formed CSV/],
    ["a zip that is none", Buffer.from("PK\x03\x04nothing"), /./],
    ["too few cells", [header, `N1,${north},town`], /line 2: has 10 cells where the header has 11/],
    ["an empty cell", [header, `N1,,${north.replace("T1,", ",")},`], /line 2: team_code is missing/],
    [
      "a word that is not one of them",
      [header, `N1,,${north},Town`],
      /line 2: urban_rural is "Town", not one of: urban, town, rural/,
    ],
    [
      "a district that is no GSS code",
      [header, `N1,,${north.replace("E07000037", "High")},`],
      /line 2: partnership_code is "High": a GSS code looks like/,
    ],
    [
      "a section in two BCUs",
      [header, `N1,,${north},`, `N2,,${south.replace("S2", "S1")},`],
      /line 3: section S1 is in BCU B2 here and in BCU B1 on line 2/,
    ],
  ])("%s and changes nothing", async (_, content, expected) => {
    const error = await refusal(content);
    const whole = [
      error.message,
      ...error.problems.map(({ where, message }) => `${where ?? ""}: ${message}`),
    ].join("\n");
    expect(whole).toMatch(expected);
    expect(await test.db.$count(editions)).toBe(1);
    expect(await teamsByCode()).toEqual({ N1: "T1", N2: "T1", N3: "T2" });
  });

  it("with every row that is wrong listed, in order", async () => {
    const error = await refusal([
      header,
      `N 1,,${north},`,
      `N2,,${north},city`,
      `N2,,${north},`,
      `N2,,${north},`,
    ]);
    expect(error.problems.map(({ where }) => where)).toEqual(["line 2", "line 3", "line 5"]);
  });
});
