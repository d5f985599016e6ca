import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accountInWords } from "#app/domain/incident/account.ts";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { importIncidents } from "#app/services/incident/import-incidents.server.ts";
import { insertForce } from "#db/queries/force.ts";
import { auditEvents, forces, incidentCounts, incidentImports, neighbourhoods } from "#db/schema/index.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { boundaryImport, geoJson, threeAreas } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob, type TestJob } from "#tests/support/job.ts";
import { streetFile, streetRow } from "#tests/support/street-files.ts";

const [west, middle, sea] = [
  ["-1.75", "53.05"],
  ["-1.65", "53.05"],
  ["1.5", "53.3"],
] as const;
const nowhere = ["", ""] as const;
const march = "2026-03-derbyshire-street.csv";

let database: TestDatabase;
let files: TestFiles;
beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase(), openTestFiles()]);
  const path = await files.write("areas.geojson", geoJson(threeAreas()));
  await importBoundaries(testJob(database.db), boundaryImport(path));
});
afterAll(async () => {
  await Promise.all([database.close(), files.remove()]);
});
beforeEach(async () => {
  await database.db.delete(incidentImports);
});

const load = async (path: string, overrides: Partial<Parameters<typeof importIncidents>[1]> = {}) => {
  const job = testJob(database.db);
  const input = { path, dryRun: false, attribution: "Somebody", force: null, ...overrides };
  return { months: await importIncidents(job, input), said: job.said };
};
const loadRows = async (rows: readonly string[], overrides = {}) =>
  load(await files.write(march, streetFile(rows)), overrides);
const counted = async () => {
  const rows = await database.db
    .select({ code: neighbourhoods.code, kind: incidentCounts.kind, count: incidentCounts.count })
    .from(incidentCounts)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, incidentCounts.neighbourhoodId))
    .orderBy(asc(neighbourhoods.code), asc(incidentCounts.kind), asc(incidentCounts.month));
  return rows.map(({ code, kind, count }) => `${code} ${kind} ${count}`);
};
const stored = () => database.db.select().from(incidentImports).orderBy(asc(incidentImports.month));
const acts = async () =>
  (
    await database.db
      .select({ details: auditEvents.details })
      .from(auditEvents)
      .where(eq(auditEvents.action, "incident.import"))
      .orderBy(asc(auditEvents.number))
  ).map(({ details }) => details);
const refusal = async (loading: Promise<unknown>): Promise<string> => {
  const error: unknown = await loading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ImportRefused)) throw new Error("It was not refused.", { cause: error });
  return [error.message, ...error.problems.map((one) => `${one.where ?? ""}: ${one.message}`)].join(" | ");
};

describe("a month", () => {
  test("is counted by neighbourhood and kind; rows that are alike are as many incidents", async () => {
    const twice = streetRow(west);
    const rows = [twice, twice, streetRow(west, { kind: "Drugs" }), streetRow(middle), streetRow(sea)];
    const dry = await loadRows([...rows, streetRow(nowhere)], { dryRun: true });
    expect(dry.said.at(-1)).toBe("Dry run: nothing was written.");
    expect(await stored()).toEqual([]);
    const { months, said } = await loadRows([...rows, streetRow(nowhere)]);
    expect(said).toEqual([
      "2026-03: 6 rows = 4 in a neighbourhood + 1 in none + 1 without a position + 0 refused.",
    ]);
    expect(months).toEqual([
      {
        month: "2026-03",
        account: { assigned: 4, outside: 1, withoutPosition: 1, refused: 0 },
        outcome: "loaded",
      },
    ]);
    expect(await counted()).toEqual(["T1 Burglary 2", "T1 Drugs 1", "T2 Burglary 1"]);
    expect(await stored()).toMatchObject([
      { source: "data.police.uk", month: "2026-03-01", rows: 6, outside: 1, withoutPosition: 1 },
    ]);
  });

  test("loaded twice changes nothing, whatever it came in; another credit or another file replaces it", async () => {
    const content = streetFile([streetRow(west), streetRow(middle), streetRow(sea)]);
    await load(await files.write(march, content));
    const [before, actsBefore] = [await stored(), await acts()];
    const packed = await files.write(`${march}.gz`, gzipSync(content));
    const zip = await files.zip("month.zip", { [`2026-03/${march}`]: content });
    for (const path of [join(files.folder, march), packed, zip]) {
      const { months, said } = await load(path);
      expect(months).toMatchObject([{ outcome: "unchanged" }]);
      expect(said[0]).toMatch(/; no change\.$/);
    }
    expect(await stored()).toEqual(before);
    expect(await acts()).toEqual(actsBefore);
    expect((await load(zip, { attribution: "Else" })).months).toMatchObject([{ outcome: "loaded" }]);
    await loadRows([streetRow(west), streetRow(west), "broken"]);
    expect(await counted()).toEqual(["T1 Burglary 2"]);
    expect(await stored()).toHaveLength(1);
    expect((await acts()).at(-1)).toEqual({
      rows: 3,
      outside: 0,
      withoutPosition: 0,
      refused: 1,
      replaced: true,
    });
  });

  test("has every refused row counted, and the first ten said with file and line", async () => {
    const good = Array.from({ length: 20 }, () => streetRow(west));
    const bad = [
      streetRow(west, { month: "2026-04" }),
      streetRow(["-1.7", ""]),
      streetRow(["east", "53"]),
      `,2026-03,A,A,-1.75,53.05,"On or near a "street",,,Drugs,,`,
      streetRow(west, { kind: "" }),
      "",
      ...Array.from({ length: 7 }, () => "2026-03"),
    ];
    const { months, said } = await loadRows([...good, ...bad, streetRow(middle)]);
    expect(months[0]?.account).toEqual({ assigned: 21, outside: 0, withoutPosition: 0, refused: 12 });
    expect(said).toEqual([
      "2026-03: 33 rows = 21 in a neighbourhood + 0 in none + 0 without a position + 12 refused.",
      `  ${march}, line 22: its month is "2026-04", not 2026-03`,
      `  ${march}, line 23: its latitude is missing`,
      `  ${march}, line 24: its longitude is "east", not a number`,
      `  ${march}, line 25: its quotation marks do not match`,
      `  ${march}, line 26: its crime type is missing`,
      // Line 27 is blank, and no row.
      ...[28, 29, 30, 31, 32].map((line) => `  ${march}, line ${line}: has 1 cells where the header has 12`),
      "  and 2 more",
    ]);
  });

  test("reads a byte order mark, Windows line ends, quoted cells and a header in another order", async () => {
    const rows = ["Crime type,Latitude,Longitude,Month", 'Drugs,"53.05","-1.75",2026-03', '"A, B",,,2026-03'];
    const path = await files.write(march, `\uFEFF${rows.join("\r\n")}`);
    expect((await load(path)).months[0]?.account).toMatchObject({ assigned: 1, withoutPosition: 1 });
    expect(await counted()).toEqual(["T1 Drugs 1"]);
  });

  test("accounts for every row of any mixture", async () => {
    const kinds = {
      assigned: [
        streetRow(west),
        streetRow(middle, { kind: "Drugs" }),
        `"",2026-03,"a","b",-1.75,53.05,x,,,Drugs,,`,
      ],
      outside: [streetRow(sea), streetRow(["0", "0"])],
      withoutPosition: [streetRow(nowhere)],
      refused: [streetRow(west, { month: "2025-03" }), "x", `"`, ",,,", streetRow(["1e3", "2"])],
    } as const;
    const anyRow = fc
      .constantFrom("assigned", "outside", "withoutPosition", "refused" as const)
      .chain((became) => fc.constantFrom(...kinds[became]).map((text) => ({ became, text })));
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 60 }), async (rows) => {
        const account = { assigned: 0, outside: 0, withoutPosition: 0, refused: 0 };
        for (const { became } of rows) account[became] += 1;
        const loading = loadRows(rows.map(({ text }) => text));
        if (account.assigned * 2 < rows.length) {
          expect(await refusal(loading)).toContain(accountInWords(account));
          return;
        }
        expect((await loading).months[0]?.account).toEqual(account);
        const [month] = await stored();
        const { outside, withoutPosition } = account;
        expect(month).toMatchObject({ rows: rows.length, outside, withoutPosition });
        const [sum] = await database.db
          .select({ all: sql<number>`sum(${incidentCounts.count})::int` })
          .from(incidentCounts);
        expect(sum?.all).toBe(account.assigned);
      }),
      { numRuns: 60 },
    );
  });
});

describe("refuses, and leaves what was loaded", () => {
  const good = streetFile([streetRow(west)]);
  const aprilOf = (rows: readonly string[]) =>
    streetFile(rows).replaceAll("2026-03", "2026-04").replaceAll("2026-05", "2026-03");
  test.each([
    ["another file", { "crimes.csv": good }, "no street-level file"],
    ["two files of a month", { [march]: good, [`again/${march}`]: good }, "holds two files of 2026-03"],
    [
      "a file without its columns",
      { [march]: "Month,Longitude\n2026-03,1\n" },
      'column "latitude" is missing',
    ],
    ["a page saved as a file", { [march]: "<html>Not found</html>" }, "is not a street-level file"],
    ["a file without rows", { [march]: streetFile([]) }, "has no rows"],
    ["a file of another month", { [march]: aprilOf([streetRow(west)]) }, "another month's"],
    [
      "another force's",
      { [march]: streetFile([streetRow(west), streetRow(sea), streetRow(sea)]) },
      "another force's",
    ],
    ["text that is not UTF-8", { [march]: Buffer.from(`${good}Caf\xe9`, "latin1") }, "line 3 is not UTF-8"],
    ["a line without end", { [march]: `${good}${"x".repeat(100_001)}` }, "line 3 is longer than 100,000"],
    [
      "kinds without end",
      { [march]: streetFile(Array.from({ length: 101 }, (_, n) => streetRow(west, { kind: `k${n}` }))) },
      "more than 100 kinds",
    ],
    [
      "a good month beside a bad one",
      { "2026-02-a-street.csv": good.replaceAll("2026-03", "2026-02"), "2026-03-a-street.csv": "x" },
      "is not a street-level file",
    ],
  ])("%s", async (_, entries, words) => {
    await loadRows([streetRow(west), streetRow(middle)]);
    const before = [await stored(), await counted()];
    expect(await refusal(load(await files.zip("refused.zip", entries)))).toContain(words);
    expect([await stored(), await counted()]).toEqual(before);
  });

  test("what packs far too small", async () => {
    const blank = `${" ".repeat(999)}\n`.repeat(20_000);
    const path = await files.write(`${march}.gz`, gzipSync(streetFile([streetRow(west)]) + blank));
    expect(await refusal(load(path))).toContain('as only a "zip bomb" does');
  });
});

describe("several files", () => {
  test("a folder, packed or not, and what else the archive holds", async () => {
    const folder = join(files.folder, "months");
    await mkdir(join(folder, "2026-02"), { recursive: true });
    const february = streetFile([streetRow(west), streetRow(west)]).replaceAll("2026-03", "2026-02");
    await writeFile(join(folder, "2026-02/2026-02-derbyshire-street.csv.gz"), gzipSync(february));
    await writeFile(join(folder, "2026-02/2026-02-derbyshire-outcomes.csv"), "else");
    await writeFile(join(folder, march), streetFile([streetRow(middle)]));
    const { months, said } = await load(folder);
    expect(months.map(({ month }) => month)).toEqual(["2026-02", "2026-03"]);
    expect(said.at(-1)).toBe(
      "All months: 3 rows = 3 in a neighbourhood + 0 in none + 0 without a position + 0 refused.",
    );
    expect(await counted()).toEqual(["T1 Burglary 2", "T2 Burglary 1"]);
  });

  test("of several forces: the one asked for, or the one served here", async () => {
    const own = streetFile([streetRow(west)]);
    const theirs = streetFile([streetRow(sea), streetRow(middle)]);
    const path = await files.zip("forces.zip", {
      [`2026-03/${march}`]: own,
      "2026-03/2026-03-nottinghamshire-street.csv": theirs,
    });
    expect(await refusal(load(path))).toContain(
      "several forces: say which with --force. | : it holds derbyshire, nottinghamshire",
    );
    expect(await refusal(load(path, { force: "kent" }))).toContain("holds no file of kent");
    await load(path, { force: "nottinghamshire" });
    expect(await counted()).toEqual(["T2 Burglary 1"]);
    await insertForce(database.db, {
      name: "Derbyshire Constabulary",
      slug: "derbyshire",
      shortName: "Derbyshire",
      oversightBodyName: "",
      website: "https://force.example",
      telephone: "101",
      isDemonstration: false,
    });
    const { said } = await load(path);
    expect(said[0]).toBe("Left out: nottinghamshire.");
    expect(await counted()).toEqual(["T1 Burglary 1"]);
    await database.db.delete(forces);
  });
});

test("two imports of a month at once leave one of them, whole", async () => {
  const [one, other] = await Promise.all([
    files.zip("one.zip", { [march]: streetFile([streetRow(west)]) }),
    files.zip("other.zip", { [march]: streetFile([streetRow(middle), streetRow(middle)]) }),
  ]);
  await Promise.all([load(one), load(other)]);
  expect(await stored()).toHaveLength(1);
  expect([["T1 Burglary 1"], ["T2 Burglary 2"]]).toContainEqual(await counted());
});

test("stops between months when it is told to, and keeps those it had loaded", async () => {
  const stop = new AbortController();
  const job: TestJob = testJob(database.db, {
    signal: stop.signal,
    say: (line) => {
      if (line.startsWith("2026-02")) stop.abort();
    },
  });
  const rows = streetFile([streetRow(west)]);
  const path = await files.zip("two.zip", {
    "2026-02-derbyshire-street.csv": rows.replaceAll("2026-03", "2026-02"),
    [march]: rows,
  });
  const input = { path, dryRun: false, attribution: "", force: null };
  await expect(importIncidents(job, input)).rejects.toThrow("aborted");
  expect((await stored()).map(({ month }) => month)).toEqual(["2026-02-01"]);
});
