import { describe, expect, test } from "vitest";
import { isLate, mayChange, mayLog } from "./lateness.ts";

const now = new Date("2026-11-24T10:00:00Z");

test.each([
  ["2026-11-24T09:00:00Z", false],
  ["2026-10-20T12:00:00Z", false],
  // The first minute of 20 October in London, still summer time there.
  ["2026-10-19T23:00:00Z", false],
  ["2026-10-19T22:59:00Z", true],
  ["2025-11-24T10:00:00Z", true],
])("%s is late: %s", (at, expected) => {
  expect(isLate(new Date(at), now)).toBe(expected);
});

test.each([
  ["2026-09-30T12:00:00Z", "2026-10-31T12:00:00Z", false],
  ["2026-09-30T12:00:00Z", "2026-11-01T00:00:00Z", true],
  ["2026-10-01T12:00:00Z", "2026-11-01T00:00:00Z", false],
  ["2027-01-31T12:00:00Z", "2027-02-28T12:00:00Z", false],
  ["2027-01-31T12:00:00Z", "2027-03-01T12:00:00Z", true],
])("%s is late on %s, once its month is published: %s", (at, on, expected) => {
  expect(isLate(new Date(at), new Date(on))).toBe(expected);
});

const nobody = { mayConfirm: false, isOwn: false, mayCorrectLate: false };
const people = {
  nobody,
  sergeant: { ...nobody, mayConfirm: true },
  officer: { ...nobody, isOwn: true },
  inspector: { ...nobody, mayCorrectLate: true },
};

describe("who may log", () => {
  test.each([
    ["nobody", false, false],
    ["sergeant", true, false],
    ["officer", true, false],
    ["inspector", true, true],
  ] as const)("%s: recent %s, late %s", (who, recent, late) => {
    expect([mayLog(people[who], false), mayLog(people[who], true)]).toEqual([recent, late]);
  });
});

describe("who may correct or withdraw", () => {
  test.each([
    ["nobody", true, false, false],
    ["sergeant", false, true, false],
    ["officer", true, true, false],
    ["officer", false, false, false],
    ["inspector", false, true, true],
  ] as const)("%s, what they wrote themselves %s: recent %s, late %s", (who, isOwnWords, recent, late) => {
    const change = (isLateChange: boolean) => mayChange(people[who], { isLateChange, isOwnWords });
    expect([change(false), change(true)]).toEqual([recent, late]);
  });
});
