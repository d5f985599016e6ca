import { expect, test } from "vitest";
import { openMonth } from "#app/domain/abstraction/open-data.ts";
import { areasOf } from "#app/domain/abstraction/published-series.ts";
import { publishedCsv } from "./published-csv.ts";

const months = areasOf([
  {
    bcu: { code: "=1+1", name: '@The "north"' },
    startsOn: "2026-05-01",
    publishedAt: new Date("2026-07-01T01:00:00Z"),
    version: 1,
    posts: 90,
    restatement: null,
    established: 12_000_000_000,
    duty: 6_000_000_000,
    abstractedA: 602_400_000,
    abstractedB: 602_400_000,
    exempt: 0,
    lent: 0,
    duties: 100,
    confirmed: 100,
  },
]).flatMap(({ bcu, months }) => (bcu === null ? [] : [{ bcu, months: months.map(openMonth) }]));

test("what a spreadsheet would take for a formula is led by an apostrophe, and a rate keeps its decimals", () => {
  const [header, row, licence] = publishedCsv({ force: [], bcus: months, neighbourhoods: [] }).split("\r\n");
  expect(header?.startsWith('"scope","code","name","from"')).toBe(true);
  expect(row).toBe(
    `"bcu","'=1+1","'@The ""north""","2026-05-01","2026-05-31","1","2026-07-01","yes","10.04","","yes","2026-07-01","no","10","100","45","1000","100","","","",""`,
  );
  expect(licence).toContain("Open Government Licence v3.0");
});
