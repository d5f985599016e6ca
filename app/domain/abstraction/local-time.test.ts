import { describe, expect, test } from "vitest";
import { localTime } from "./local-time.ts";

const at = (hour: number, minute = 0) => hour * 60 + minute;
const one = (iso: string) => ({ kind: "one", at: new Date(iso) });

describe("the night on which clocks go forward", () => {
  const day = "2026-03-29";
  test.each([
    [at(0, 59), one("2026-03-29T00:59:00Z")],
    [at(1), { kind: "none" }],
    [at(1, 59), { kind: "none" }],
    [at(2), one("2026-03-29T01:00:00Z")],
  ])("%i minutes after midnight", (minutes, expected) => {
    expect(localTime(day, minutes)).toEqual(expected);
  });
});

describe("the night on which clocks go back", () => {
  const day = "2026-10-25";
  test.each([
    [at(0, 59), one("2026-10-24T23:59:00Z")],
    [
      at(1),
      { kind: "two", before: new Date("2026-10-25T00:00:00Z"), after: new Date("2026-10-25T01:00:00Z") },
    ],
    [
      at(1, 30),
      { kind: "two", before: new Date("2026-10-25T00:30:00Z"), after: new Date("2026-10-25T01:30:00Z") },
    ],
    [
      at(1, 59),
      { kind: "two", before: new Date("2026-10-25T00:59:00Z"), after: new Date("2026-10-25T01:59:00Z") },
    ],
    [at(2), one("2026-10-25T02:00:00Z")],
  ])("%i minutes after midnight", (minutes, expected) => {
    expect(localTime(day, minutes)).toEqual(expected);
  });
});

test.each([
  ["2026-07-01", at(0), "2026-06-30T23:00:00Z"],
  ["2026-12-01", at(23, 59), "2026-12-01T23:59:00Z"],
  ["2026-01-31", at(24), "2026-02-01T00:00:00Z"],
])("on any other day a time is one: %s and %i minutes", (day, minutes, expected) => {
  expect(localTime(day, minutes)).toEqual(one(expected));
});
