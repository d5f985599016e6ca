import { describe, expect, test } from "vitest";
import { causesOf, onlyInB, paretoInWords, paretoOf, shortfallsOf, type CodeSum } from "./cause.ts";

const sum = (code: CodeSum["code"], shares: number, more: Partial<CodeSum> = {}): CodeSum => ({
  code,
  words: `Words of ${code}`,
  countsA: true,
  countsB: true,
  shares,
  responseTeamId: null,
  responseTeam: null,
  ...more,
});

const codes = [
  sum("C1", 20),
  sum("R1", 50, { responseTeamId: "d", responseTeam: "D relief" }),
  sum("R1", 10, { responseTeamId: "a", responseTeam: "A relief" }),
  sum("A1", 20),
  sum("T1", 40, { countsA: false }),
  sum("N2", 70, { countsA: false, countsB: false }),
  sum("U1", 90, { countsA: false, countsB: false }),
];

describe("a Pareto", () => {
  test("goes from the greatest, of what counts in rate A alone", () => {
    expect(causesOf(codes).map(({ key, part, upTo }) => [key, part, upTo])).toEqual([
      ["R1", "60.0%", "60.0%"],
      ["A1", "20.0%", "80.0%"],
      ["C1", "20.0%", "100.0%"],
    ]);
  });

  test("has what counts in rate B alone apart", () => {
    expect(onlyInB(codes).map(({ key, part }) => [key, part])).toEqual([["T1", "100.0%"]]);
  });

  test("of nothing is empty, and nought is no cause", () => {
    expect(paretoOf([])).toEqual([]);
    expect(paretoOf([{ key: "R1", words: "", shares: 0 }])).toEqual([]);
  });
});

test("each response team has its part of the cover", () => {
  expect(shortfallsOf(codes).map(({ words, part }) => [words, part])).toEqual([
    ["D relief", "83.3%"],
    ["A relief", "16.7%"],
  ]);
  expect(shortfallsOf([sum("R1", 5, { responseTeamId: "x" })])[0]?.words).toBe(
    "A response team that is no more",
  );
});

test.each([
  [[], null],
  [[sum("R1", 9), sum("C1", 1)], "R1 alone makes up 90.0% of it."],
  [codes, "R1 and A1 make up 80.0% of it."],
  [[sum("R1", 1), sum("C1", 1), sum("A1", 1)], "A1, C1 and R1 make up 100.0% of it."],
] as const)("in words", (all, words) => {
  expect(paretoInWords(causesOf(all))).toBe(words);
});
