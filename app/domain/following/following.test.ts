import { expect, test } from "vitest";
import { digestBoundary, morningOf, purposeOfNews } from "./following.ts";

test.each([
  ["2026-03-29", "2026-03-29T06:00:00.000Z"],
  ["2026-03-28", "2026-03-28T07:00:00.000Z"],
  ["2026-10-25", "2026-10-25T07:00:00.000Z"],
  ["2026-07-01", "2026-07-01T06:00:00.000Z"],
])("7am in London on %s is %s", (day, instant) => {
  expect(morningOf(day).toISOString()).toBe(instant);
});

test.each([
  ["a Sunday the first", "2026-11-20", "2026-11-02T07:00:00.000Z"],
  ["a weekday the first", "2026-12-31", "2026-12-01T07:00:00.000Z"],
  ["New Year's Day", "2027-01-15", "2027-01-04T07:00:00.000Z"],
  ["Good Friday and Easter Monday after a Thursday", "2026-04-01", "2026-04-01T06:00:00.000Z"],
  ["summer time", "2026-08-31", "2026-08-03T06:00:00.000Z"],
])("the digest of a month that begins with %s", (_, today, instant) => {
  expect(digestBoundary(today).toISOString()).toBe(instant);
});

test.each([
  ["concern", "/concerns/C-7K3FQ", "concern-update"],
  ["priority", "/priorities/P-7K3FQ", "priority-update"],
  ["cycle", "/neighbourhoods/buxton/cycles/3", "priority-update"],
  ["neighbourhood", "/neighbourhoods/buxton", "priority-update"],
  ["neighbourhood", "/meetings/M-7K3FQ", "team-news"],
] as const)("news of a %s at %s is sent as %s", (kind, path, purpose) => {
  expect(purposeOfNews({ kind, path })).toBe(purpose);
});
