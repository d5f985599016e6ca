import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accountInWords } from "#app/domain/incident/account.ts";
import { importIncidents } from "#app/services/incident/import-incidents.server.ts";
import { auditEvents, incidentCounts } from "#db/schema/index.ts";
import { testJob, type TestJob } from "#tests/support/job.ts";
import { streetFile, streetRow } from "#tests/support/street-files.ts";
import { march, middle, openIncidentDesk, refusalOf, sea, west } from "./incident-desk.ts";

const nowhere = ["", ""] as const;

let desk: Awaited<ReturnType<typeof openIncidentDesk>>;
beforeAll(async () => {
  desk = await openIncidentDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.clear();
});

const acts = async () =>
  (
    await desk.db
      .select({ details: auditEvents.details })
      .from(auditEvents)
      .where(eq(auditEvents.action, "incident.import"))
      .orderBy(asc(auditEvents.number))
  ).map(({ details }) => details);

describe("a month", () => {
  test("is counted by neighbourhood and kind; rows that are alike are as many incidents", async () => {
    const twice = streetRow(west);
    const rows = [twice, twice, streetRow(west, { kind: "Drugs" }), streetRow(middle), streetRow(sea)];
    const dry = await desk.loadRows([...rows, streetRow(nowhere)], { dryRun: true });
    expect(dry.said.at(-1)).toBe("Dry run: nothing was written.");
    expect(await desk.imports()).toEqual([]);
    const { months, said } = await desk.loadRows([...rows, streetRow(nowhere)]);
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
    expect(await desk.counted()).toEqual(["T1 Burglary 2", "T1 Drugs 1", "T2 Burglary 1"]);
    expect(await desk.imports()).toMatchObject([
      { source: "data.police.uk", month: "2026-03-01", rows: 6, outside: 1, withoutPosition: 1 },
    ]);
  });

  test("loaded twice changes nothing, whatever it came in; another credit or another file replaces it", async () => {
    const content = streetFile([streetRow(west), streetRow(middle), streetRow(sea)]);
    await desk.load(await desk.files.write(march, content));
    const [before, actsBefore] = [await desk.imports(), await acts()];
    const packed = await desk.files.write(`${march}.gz`, gzipSync(content));
    const zip = await desk.files.zip("month.zip", { [`2026-03/${march}`]: content });
    for (const path of [join(desk.files.folder, march), packed, zip]) {
      const { months, said } = await desk.load(path);
      expect(months).toMatchObject([{ outcome: "unchanged" }]);
      expect(said[0]).toMatch(/; no change\.$/);
    }
    expect(await desk.imports()).toEqual(before);
    expect(await acts()).toEqual(actsBefore);
    expect((await desk.load(zip, { attribution: "Else" })).months).toMatchObject([{ outcome: "loaded" }]);
    await desk.loadRows([streetRow(west), streetRow(west), "broken"]);
    expect(await desk.counted()).toEqual(["T1 Burglary 2"]);
    expect(await desk.imports()).toHaveLength(1);
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
    const { months, said } = await desk.loadRows([...good, ...bad, streetRow(middle)]);
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
    const path = await desk.files.write(march, `\uFEFF${rows.join("\r\n")}`);
    expect((await desk.load(path)).months[0]?.account).toMatchObject({ assigned: 1, withoutPosition: 1 });
    expect(await desk.counted()).toEqual(["T1 Drugs 1"]);
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
        const loading = desk.loadRows(rows.map(({ text }) => text));
        if (account.assigned * 2 < rows.length) {
          expect(await refusalOf(loading)).toContain(accountInWords(account));
          return;
        }
        expect((await loading).months[0]?.account).toEqual(account);
        const [month] = await desk.imports();
        const { outside, withoutPosition } = account;
        expect(month).toMatchObject({ rows: rows.length, outside, withoutPosition });
        const [sum] = await desk.db
          .select({ all: sql<number>`sum(${incidentCounts.count})::int` })
          .from(incidentCounts);
        expect(sum?.all).toBe(account.assigned);
      }),
      { numRuns: 60 },
    );
  });
});

test("two imports of a month at once leave one of them, whole", async () => {
  const [one, other] = await Promise.all([
    desk.files.zip("one.zip", { [march]: streetFile([streetRow(west)]) }),
    desk.files.zip("other.zip", { [march]: streetFile([streetRow(middle), streetRow(middle)]) }),
  ]);
  await Promise.all([desk.load(one), desk.load(other)]);
  expect(await desk.imports()).toHaveLength(1);
  expect([["T1 Burglary 1"], ["T2 Burglary 2"]]).toContainEqual(await desk.counted());
});

test("stops between months when it is told to, and keeps those it had loaded", async () => {
  const stop = new AbortController();
  const job: TestJob = testJob(desk.db, {
    signal: stop.signal,
    say: (line) => {
      if (line.startsWith("2026-02")) stop.abort();
    },
  });
  const rows = streetFile([streetRow(west)]);
  const path = await desk.files.zip("two.zip", {
    "2026-02-derbyshire-street.csv": rows.replaceAll("2026-03", "2026-02"),
    [march]: rows,
  });
  const input = { path, dryRun: false, attribution: "", force: null };
  await expect(importIncidents(job, input)).rejects.toThrow("aborted");
  expect((await desk.imports()).map(({ month }) => month)).toEqual(["2026-02-01"]);
});
