import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertForce } from "#db/queries/force.ts";
import { forces } from "#db/schema/index.ts";
import { streetFile, streetRow } from "#tests/support/street-files.ts";
import { march, middle, openIncidentDesk, refusalOf, sea, west } from "./incident-desk.ts";

let desk: Awaited<ReturnType<typeof openIncidentDesk>>;
beforeAll(async () => {
  desk = await openIncidentDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.clear();
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
    await desk.loadRows([streetRow(west), streetRow(middle)]);
    const before = [await desk.imports(), await desk.counted()];
    expect(await refusalOf(desk.load(await desk.files.zip("refused.zip", entries)))).toContain(words);
    expect([await desk.imports(), await desk.counted()]).toEqual(before);
  });

  test("what packs far too small", async () => {
    const blank = `${" ".repeat(999)}\n`.repeat(20_000);
    const path = await desk.files.write(`${march}.gz`, gzipSync(streetFile([streetRow(west)]) + blank));
    expect(await refusalOf(desk.load(path))).toContain('as only a "zip bomb" does');
  });
});

describe("several files", () => {
  test("a folder, packed or not, and what else the archive holds", async () => {
    const folder = join(desk.files.folder, "months");
    await mkdir(join(folder, "2026-02"), { recursive: true });
    const february = streetFile([streetRow(west), streetRow(west)]).replaceAll("2026-03", "2026-02");
    await writeFile(join(folder, "2026-02/2026-02-derbyshire-street.csv.gz"), gzipSync(february));
    await writeFile(join(folder, "2026-02/2026-02-derbyshire-outcomes.csv"), "else");
    await writeFile(join(folder, march), streetFile([streetRow(middle)]));
    const { months, said } = await desk.load(folder);
    expect(months.map(({ month }) => month)).toEqual(["2026-02", "2026-03"]);
    expect(said.at(-1)).toBe(
      "All months: 3 rows = 3 in a neighbourhood + 0 in none + 0 without a position + 0 refused.",
    );
    expect(await desk.counted()).toEqual(["T1 Burglary 2", "T2 Burglary 1"]);
  });

  test("of several forces: the one asked for, or the one served here", async () => {
    const own = streetFile([streetRow(west)]);
    const theirs = streetFile([streetRow(sea), streetRow(middle)]);
    const path = await desk.files.zip("forces.zip", {
      [`2026-03/${march}`]: own,
      "2026-03/2026-03-nottinghamshire-street.csv": theirs,
    });
    expect(await refusalOf(desk.load(path))).toContain(
      "several forces: say which with --force. | : it holds derbyshire, nottinghamshire",
    );
    expect(await refusalOf(desk.load(path, { force: "kent" }))).toContain("holds no file of kent");
    await desk.load(path, { force: "nottinghamshire" });
    expect(await desk.counted()).toEqual(["T2 Burglary 1"]);
    await insertForce(desk.db, {
      name: "Derbyshire Constabulary",
      slug: "derbyshire",
      shortName: "Derbyshire",
      oversightBodyName: "",
      website: "https://force.example",
      telephone: "101",
      isDemonstration: false,
    });
    const { said } = await desk.load(path);
    expect(said[0]).toBe("Left out: nottinghamshire.");
    expect(await desk.counted()).toEqual(["T1 Burglary 1"]);
    await desk.db.delete(forces);
  });
});
