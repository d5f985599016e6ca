import { describe, expect, test } from "vitest";
import type { Code, CodeKind } from "./codes.ts";
import { noFacts, problemsOfEntry, problemsOfWords, shortfallOf, type EntryFacts } from "./entry.ts";

const now = new Date("2026-11-24T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const cover = { responseTeamId: "t", minimum: 8, actual: 6 };

const judge = (
  code: Code,
  [from, to]: readonly [number, number],
  facts: Partial<EntryFacts> = {},
  kind: CodeKind = "abstraction",
) => problemsOfEntry({ ...noFacts, ...facts, code, from: hours(from), to: hours(to) }, kind, now);
const fields = (...given: Parameters<typeof judge>) => judge(...given).map(({ field }) => field);

describe("when it was", () => {
  test.each([
    ["to the end of the shift", -1, 6, {}, []],
    ["a whole night", -30, -20, {}, []],
    ["ends as it begins", -1, -1, {}, ["endsAt"]],
    ["ends before it begins", -1, -2, {}, ["endsAt"]],
    ["begins in four hours", 4, 8, {}, []],
    ["begins later today", 5, 8, {}, ["startsAt"]],
    ["begins later, and is planned", 5, 8, { isPlanned: true }, []],
    ["planned for a hundred days ahead", 2_400, 2_408, { isPlanned: true }, []],
    ["planned further ahead", 2_401, 2_408, { isPlanned: true }, ["startsAt"]],
    ["ends in two days", -1, 48, {}, ["endsAt"]],
    ["over a month", -800, -10, {}, ["endsAt"]],
  ] as const)("%s", (_, from, to, facts, expected) => {
    expect(fields("R2", [from, to], facts)).toEqual(expected);
  });

  test("an attachment or an absence may be longer, an absence is known ahead", () => {
    expect(fields("P1", [-800, -10])).toEqual([]);
    expect(fields("U7", [-800, -10], {}, "unavailable")).toEqual([]);
    expect(fields("U1", [24, 340], {}, "unavailable")).toEqual([]);
    expect(fields("U7", [-9_700, -10], {}, "unavailable")).toEqual(["endsAt"]);
  });
});

describe("response cover", () => {
  test.each([
    ["all of it", cover, []],
    ["no team", { ...cover, responseTeamId: null }, ["responseTeamId"]],
    ["no numbers", { ...cover, minimum: null, actual: null }, ["minimum", "actual"]],
    ["nobody at all", { ...cover, actual: 0 }, []],
    ["the minimum was met", { ...cover, actual: 8 }, ["actual"]],
    ["and more", { ...cover, actual: 9 }, ["actual"]],
  ])("%s", (_, facts, expected) => {
    expect(fields("R1", [-1, 1], facts)).toEqual(expected);
  });

  test("of another code nothing of it is asked", () => {
    expect(fields("R2", [-1, 1])).toEqual([]);
  });

  test("how many were missing", () => {
    expect(shortfallOf({ minimum: 8, actual: 6 })).toBe(2);
    expect(shortfallOf({ minimum: null, actual: null })).toBeNull();
  });
});

test("lent to another neighbourhood, it says which", () => {
  expect(fields("N2", [-1, 1], {}, "neighbourhood")).toEqual(["neighbourhoodId"]);
  expect(fields("N2", [-1, 1], { neighbourhoodId: "n" }, "neighbourhood")).toEqual([]);
});

describe("words", () => {
  test.each([
    ["Early turn was two short", false],
    ["Guarded a scene after a burglary, one arrest", false],
    ["Relieved Mr Hollis at the scene", true],
    ["Ring 07700 900123", true],
    ["The car was AB12 CDE", true],
    ["Scene guard at 14 Mill Lane", true],
    ["x".repeat(601), true],
  ])("%s: refused %s", (words, isRefused) => {
    expect(problemsOfWords("reason", words).length > 0).toBe(isRefused);
    expect(fields("R2", [-1, 1], { reason: words })).toEqual(isRefused ? ["reason"] : []);
  });
});
