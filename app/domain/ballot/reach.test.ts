import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reachOf, type ReachGroup } from "./reach.ts";
import { hideSmall } from "./small-counts.ts";

const figures = { smallestShownCount: 5, underReachedPercent: 50 };

describe("small counts", () => {
  test.each<[string, number[], (number | null)[], number | null]>([
    ["none small", [5, 20], [5, 20], 25],
    ["two small ones protect each other", [2, 3, 40], [null, null, 40], 45],
    ["one alone takes the smallest other with it", [2, 8, 40], [null, null, 40], 50],
    ["nought is a small count", [0, 8, 40], [null, null, 40], 48],
    ["two at their least would follow from the total", [0, 0, 6, 40], [null, null, null, 40], 46],
    ["two at their most would follow from the total", [4, 4, 6, 40], [null, null, null, 40], 54],
    ["nobody at all", [0, 0], [null, null], null],
    ["one group", [3], [null], null],
    ["no group", [], [], 0],
  ])("%s: %j is %j of %j", (_, counts, shown, total) => {
    const hidden = hideSmall(counts, 5);
    expect(hidden.counts.map((one) => one.shown)).toEqual(shown);
    expect(hidden.total).toBe(total);
  });

  test("no hidden count follows from what is shown: each can be two numbers or more", () => {
    const most = 14;
    const possible = (counts: readonly number[]) => {
      const hidden = hideSmall(counts, 5);
      const choices = hidden.counts.map(({ shown, isSmall }) => {
        if (shown !== null) return [shown];
        const [from, to] = isSmall ? [0, 4] : [5, most * 4];
        return Array.from({ length: to - from + 1 }, (_, index) => from + index);
      });
      const [first = [], ...others] = choices;
      let all = first.map((one) => [one]);
      for (const next of others) all = all.flatMap((start) => next.map((one) => [...start, one]));
      const sumOf = (some: readonly number[]) => some.reduce((a, b) => a + b, 0);
      return all.filter((one) => hidden.total === null || sumOf(one) === hidden.total);
    };
    fc.assert(
      fc.property(fc.array(fc.nat({ max: most }), { minLength: 1, maxLength: 3 }), (counts) => {
        const worlds = possible(counts);
        hideSmall(counts, 5).counts.forEach(({ shown }, index) => {
          const values = new Set(worlds.map((world) => world[index]));
          if (shown === null) expect(values.size).toBeGreaterThan(1);
          expect(values).toContain(counts[index]);
        });
      }),
    );
  });
});

describe("reach", () => {
  const group = (label: string, ballots: number, people: number | null): ReachGroup => ({
    id: label,
    label,
    ballots,
    people,
  });

  test("by age band, against the people who live there", () => {
    const { ballots, rows } = reachOf(
      [group("13 to 15", 3, 60), group("16 or 17", 2, 40), group("18 or over", 59, 900)],
      figures,
    );
    expect(ballots).toBe(64);
    expect(rows.map(({ words, needsOutreach }) => [words, needsOutreach])).toEqual([
      ["fewer than 5", true],
      ["fewer than 5", true],
      ["59 ballots", false],
    ]);
    expect(rows[0]?.outreachWords).toBe("13 to 15: 6% of the people here, fewer than 5. Go and ask them");
  });

  test.each([
    // of 100 ballots, with 40 % of the people: the limit is 20
    [19, true],
    [20, false],
    [21, false],
  ])("%i ballots of 100 for two people in five: outreach %s", (ballots, expected) => {
    const { rows } = reachOf([group("North", ballots, 400), group("South", 100 - ballots, 600)], figures);
    expect(rows[0]?.needsOutreach).toBe(expected);
  });

  test("without the structure of the neighbourhood nobody is flagged", () => {
    const { rows } = reachOf([group("North", 0, null), group("South", 60, 600)], figures);
    expect(rows.some(({ needsOutreach }) => needsOutreach)).toBe(false);
  });

  test("what protects a smaller group says so", () => {
    const { rows } = reachOf(
      [group("North", 2, null), group("Mid", 9, null), group("South", 60, null)],
      figures,
    );
    expect(rows.map(({ words }) => words)).toEqual([
      "fewer than 5",
      "not shown, so that a smaller group cannot be worked out from it",
      "60 ballots",
    ]);
  });
});
