import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeScore, criteria, marks, scoreInWords, scoreOf, supportMark, type Marks } from "./score.ts";

const without: Marks = { evidence: 2, harm: 4, "under-heard": 1, "within-reach": 3, "not-in-hand": 0 };
const all: Marks = { ...without, support: 3 };

describe("a score", () => {
  test.each<[string, Marks, number, number | null, string]>([
    ["of nothing yet", {}, 0, null, "No marks yet"],
    ["without the vote", without, 10, null, "10 so far, without residents’ support"],
    ["complete", all, 13, 13, "13 out of 24"],
    ["with noughts, which are marks", { ...all, evidence: 0 }, 11, 11, "11 out of 24"],
  ])("%s", (_name, given, sum, complete, words) => {
    expect(scoreOf(given).sum).toBe(sum);
    expect(completeScore(given)).toBe(complete);
    expect(scoreInWords(scoreOf(given))).toContain(words);
  });

  test("the highest is 24, and it is never exceeded", () => {
    const given = fc.record(
      Object.fromEntries(criteria.map((criterion) => [criterion, fc.constantFrom(...marks)])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(given, (some: Marks) => {
        const { sum, outOf, missing } = scoreOf(some);
        expect(outOf).toBe(24);
        expect(sum).toBeLessThanOrEqual(24 - 4 * missing.length);
      }),
    );
  });
});

test.each([
  [0, 64, 0],
  [1, 64, 1],
  [12, 64, 1],
  [16, 64, 1],
  [17, 64, 2],
  [21, 64, 2],
  [32, 64, 2],
  [33, 64, 3],
  [38, 64, 3],
  [48, 64, 3],
  [49, 64, 4],
  [64, 64, 4],
  [0, 0, 0],
])("residents' support of %i in %i ballots: %i", (votes, ballots, mark) => {
  expect(supportMark(votes, ballots)).toBe(mark);
});
