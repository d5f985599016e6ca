import { expect, test } from "vitest";
import { warningDue } from "./warning.ts";

test.each([
  ["61 days before", "2026-11-26", [], null],
  ["60 days before", "2026-11-27", [], 60],
  ["the same day again", "2026-11-27", [60], null],
  ["59 days before, missed", "2026-11-28", [], 60],
  ["30 days before", "2026-12-27", [60], 30],
  ["29 days before, both missed: the nearest", "2026-12-28", [], 30],
  ["8 days before", "2027-01-18", [60, 30], null],
  ["7 days before", "2027-01-19", [60, 30], 7],
  ["on the last day, all missed: the nearest", "2027-01-26", [], 7],
  ["on the last day, told", "2027-01-26", [7], null],
  ["what was missed stays missed once a nearer one was sent", "2027-01-20", [7], null],
  ["the day after", "2027-01-27", [], null],
])("an agreement until 26 January: %s", (_, today, sent, expected) => {
  expect(warningDue("2027-01-26", today, sent)).toBe(expected);
});
