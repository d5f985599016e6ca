import { expect, test } from "vitest";
import { keptMonths } from "./kept-months.ts";

const months = ["2024-10-01", "2024-11-01", "2024-12-01"];

test.each([
  ["nothing was disposed of", null, months],
  ["what was before all of them", "2024-09-30T23:00:00Z", months],
  ["a minute of the first", "2024-09-30T23:01:00Z", ["2024-11-01", "2024-12-01"]],
  ["the first whole", "2024-11-01T00:00:00Z", ["2024-11-01", "2024-12-01"]],
  ["half of the second", "2024-11-15T10:00:00Z", ["2024-12-01"]],
  ["all", "2025-01-01T00:00:00Z", []],
])("disposed of: %s", (_, disposedBefore, expected) => {
  expect(keptMonths(months, disposedBefore === null ? null : new Date(disposedBefore))).toEqual(expected);
});
