import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { teamsTemplate } from "#app/services/team/teams-template.server.ts";
import { basesOf, contactOf, teamOfNeighbourhood } from "#db/queries/team.ts";
import { agencies, people, postDetails, posts } from "#db/schema/index.ts";
import { testJob } from "#tests/support/job.ts";
import { edited, openTeamsTest, rowOf, type TeamsTest } from "./team-loading.ts";

let test: TeamsTest;

describe("importTeams", () => {
  beforeEach(async () => {
    test = await openTeamsTest();
    await test.loadStructure();
  });
  afterEach(() => test.close());

  it("loads its own template: every kind of record, shown as residents see it", async () => {
    const { report, said } = await test.load(teamsTemplate);
    expect(report).toMatchObject({
      read: 17,
      changed: 0,
      gone: 0,
      warnings: [],
    });
    expect(said).toContain("post S01 added");
    expect(await test.wordsOf("HP01", "2026-06-01")).toEqual(["Sgt Archer", "Vacant, covered by PCSO Reid"]);
    expect(await test.wordsOf("HP01", "2026-05-31")).toEqual(["Sgt Archer", "PC Lowe"]);
    const members = await teamOfNeighbourhood(test.db, await test.idOf("HP02"), "2026-06-01");
    expect(members.map(({ words, agency, holder }) => ({ words, agency, photoOk: holder?.photoOk }))).toEqual(
      [
        { words: "Sgt Archer", agency: null, photoOk: true },
        { words: "PCSO Reid", agency: null, photoOk: false },
        { words: "Ranger (name withheld)", agency: "High Moor Borough Council", photoOk: false },
      ],
    );
    expect(await contactOf(test.db, await test.idOf("HP02"))).toEqual({
      email: "northgate.snt@anyshire.example",
      telephone: "101",
      website: "https://www.anyshire.example/northgate",
    });
  });

  it("never lets a base out that is not public, nor a withheld surname", async () => {
    const cells: Record<string, string> = {
      record: "base",
      base: "B03",
      base_name: "Hidden House",
      address: "Secret Lane",
      is_public: "no",
      neighbourhood_codes: "HP02",
    };
    await test.load([...teamsTemplate, rowOf(cells)]);
    const shown = JSON.stringify([
      await basesOf(test.db, await test.idOf("HP02")),
      await teamOfNeighbourhood(test.db, await test.idOf("HP02"), "2026-06-01"),
    ]);
    expect(shown).toContain("Northgate library");
    expect(shown).not.toMatch(/Hidden House|Secret Lane|Moorside station|Marsh|N2001|isPublic/);
  });

  it("says that nothing changed when the same bytes come again", async () => {
    await test.load(teamsTemplate);
    const { said } = await test.load(teamsTemplate);
    expect(said).toContain("Nothing changed");
    expect(await test.db.$count(postDetails)).toBe(4);
  });

  it("finds no change in the same facts written in another order", async () => {
    await test.load(teamsTemplate);
    const start = teamsTemplate.findIndex((line) => line.startsWith("record,")) + 1;
    const { report } = await test.load([
      ...teamsTemplate.slice(0, start),
      ...teamsTemplate.slice(start).reverse(),
    ]);
    expect(report).toMatchObject({ added: 0, changed: 0, gone: 0, details: [] });
  });

  it("reports what changed by code, keeps old answers and rolls back", async () => {
    await test.load(teamsTemplate, { day: "2026-06-01" });
    const identities = await test.db.select().from(posts);
    const next = edited(/,R01,/, null).map((line) =>
      line.startsWith("holding,S01")
        ? line.replace("N1001,Archer", "N1009,Singh")
        : line.replace(",101,", ",0800 000 000,"),
    );
    const { report } = await test.load(next, { day: "2026-07-01" });
    expect(report).toMatchObject({ added: 0, changed: 3, gone: 1 });
    expect(report.details).toEqual([
      "contact HP01 changed",
      "contact HP02 changed",
      "post S01 changed",
      "post R01 gone",
    ]);
    expect(await test.db.select().from(posts)).toEqual(identities);
    const june = new Date("2026-06-15T00:00:00Z");
    expect(await test.wordsOf("HP02", "2026-07-01")).toEqual(["Sgt Singh", "PCSO Reid"]);
    expect(await test.wordsOf("HP02", "2026-06-15", june)).toEqual([
      "Sgt Archer",
      "PCSO Reid",
      "Ranger (name withheld)",
    ]);
    expect((await contactOf(test.db, await test.idOf("HP01"), june))?.telephone).toBe("101");
    await rollBack(testJob(test.db, { now: () => new Date("2026-07-02T12:00:00Z") }), "teams");
    expect(await test.wordsOf("HP02", "2026-07-02")).toEqual([
      "Sgt Archer",
      "PCSO Reid",
      "Ranger (name withheld)",
    ]);
  });

  it("changes a surname and an agency's name with the switch, without a surname in the report", async () => {
    await test.load(teamsTemplate);
    const next = teamsTemplate.map((line) =>
      line.replace("Archer", "Archer-Bell").replace("Anyshire Constabulary", "Anyshire Police"),
    );
    const { report } = await test.load(next, { day: "2026-07-01" });
    expect(report.details).toEqual([
      'agency POL is now "Anyshire Police" (police)',
      "person N1001 has a new surname",
    ]);
    expect((await test.wordsOf("HP01", "2026-07-01"))[0]).toBe("Sgt Archer-Bell");
    expect((await test.db.select().from(agencies)).map(({ name }) => name).sort()).toEqual([
      "Anyshire Police",
      "High Moor Borough Council",
    ]);
  });

  it("lets the sergeant of the team lead where none is allocated", async () => {
    const { report } = await test.load(
      edited(/^allocation,S01,.*HP02/, null).map((line) =>
        line.replace(/^(allocation,S01,.*),0.5,/, "$1,1,"),
      ),
    );
    expect(report.warnings).toEqual([]);
    expect((await test.wordsOf("HP02", "2026-06-01"))[0]).toBe("Sgt Archer");
  });

  it("writes nothing on a dry run", async () => {
    const { said } = await test.load(teamsTemplate, { dryRun: true });
    expect(said).toContain("Dry run: nothing was written.");
    for (const table of [posts, people, agencies]) expect(await test.db.$count(table)).toBe(0);
  });

  it("loads a whole force in batches, so that the database is never held for long", async () => {
    const header = teamsTemplate.find((line) => line.startsWith("record,")) ?? "";
    const lines = Array.from({ length: 374 }, (_, index) => [
      rowOf({
        record: "post",
        post: `C${index}`,
        post_kind: "pc",
        team_code: "T01",
        agency_code: "POL",
        agency_name: "Police",
        agency_kind: "police",
      }),
      rowOf({ record: "allocation", post: `C${index}`, neighbourhood_codes: "HP01", weight: "0.5" }),
      rowOf({ record: "allocation", post: `C${index}`, neighbourhood_codes: "HP02", weight: "0.5" }),
      rowOf({
        record: "holding",
        post: `C${index}`,
        person: `N${index}`,
        surname: "Archer",
        held_from: "2025-01-01",
      }),
    ]).flat();
    const { progressed } = await test.load([header, ...lines]);
    const writing = progressed.filter(({ stage }) => stage === "Writing allocations");
    expect(writing.map(({ done, total }) => `${done} of ${total}`)).toEqual([
      "200 of 748",
      "400 of 748",
      "600 of 748",
      "748 of 748",
    ]);
    expect(await test.wordsOf("HP01", "2026-06-01")).toHaveLength(374);
  });
});
