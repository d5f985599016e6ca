import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { teamsTemplate } from "#app/services/team/teams-template.server.ts";
import { editions, posts } from "#db/schema/index.ts";
import { edited, openTeamsTest, rowOf, type TeamsTest } from "./team-loading.ts";

let test: TeamsTest;

describe("importTeams refuses", () => {
  beforeAll(async () => {
    test = await openTeamsTest();
    await test.loadStructure();
    await test.load(teamsTemplate);
  });
  afterAll(() => test.close());

  const row = (cells: Record<string, string>) => [...teamsTemplate, rowOf(cells)];

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
    const error = await test.refusal(lines);
    expect(
      [error.message, ...error.problems.map(({ where, message }) => `${where ?? ""}: ${message}`)].join("\n"),
    ).toMatch(expected);
    expect(await test.db.$count(posts)).toBe(4);
    expect(await test.wordsOf("HP01", "2026-06-01")).toEqual(["Sgt Archer", "Vacant, covered by PCSO Reid"]);
  });
});

describe("importTeams before any structure", () => {
  beforeAll(async () => {
    test = await openTeamsTest();
  });
  afterAll(() => test.close());

  it("says what to load first", async () => {
    expect((await test.refusal(teamsTemplate)).message).toContain("structure import");
    expect(await test.db.$count(editions)).toBe(0);
  });
});
