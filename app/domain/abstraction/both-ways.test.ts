import { expect, test } from "vitest";
import { bothWays, lastCompared } from "./both-ways.ts";

const month = (month: string, version: number, abstractedA: number) => ({
  month,
  version,
  duty: 1_000,
  abstractedA,
});

test("the year before a version, by both", () => {
  const months = [
    month("2025-11-01", 2, 990),
    month("2025-12-01", 1, 90),
    month("2025-12-01", 2, 120),
    month("2026-11-01", 1, 100),
    month("2026-11-01", 2, 101),
    month("2026-12-01", 2, 50),
  ];
  expect(bothWays(months, { version: 2, before: 1, from: "2025-12-01", until: "2026-12-01" })).toEqual([
    { month: "2025-12-01", before: "9.0%", after: "12.0%, over target" },
    { month: "2026-11-01", before: "10.0%", after: "10.1%, over target" },
  ]);
  expect(bothWays(months, { version: 1, before: null, from: "1999-01-01", until: "2000-01-01" })).toEqual([]);
});

test.each([
  ["2026-09-01", "2026-08-01"],
  ["2026-11-01", "2026-10-01"],
  ["2027-02-01", "2026-10-01"],
])("of a version from %s the last month compared is %s: none that is running or ahead", (from, last) => {
  expect(lastCompared(from, new Date("2026-11-24T10:00:00Z"))).toBe(last);
});
