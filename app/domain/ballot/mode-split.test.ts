import { describe, expect, test } from "vitest";
import { ballotModes } from "./modes.ts";
import { splitByMode, splitInWords } from "./mode-split.ts";

type Counts = readonly [online: number, paper: number, phone: number, assisted: number];
const modesOf = ([online, paper, phone, assisted]: Counts) => ({ online, paper, phone, assisted });

test.each<[string, Counts, string | null]>([
  ["each way by enough people", [50, 10, 5, 0], "50 online, 10 on paper and 5 by phone"],
  ["one way only", [30, 0, 0, 0], "30 online"],
  // Of 64, 50 and 10 would give away the four.
  ["few by phone", [50, 10, 4, 0], "50 online and 14 on paper, by phone or face to face"],
  // Of 64, 50 would give away that four had help; the sum of two small groups is small itself.
  [
    "few in all with the help of staff",
    [60, 2, 2, 0],
    "fewer than 5 on paper, by phone or face to face and the rest online",
  ],
  ["one on paper", [19, 1, 0, 0], "fewer than 5 on paper, by phone or face to face and the rest online"],
  ["few online", [4, 26, 0, 0], "fewer than 5 online and the rest on paper, by phone or face to face"],
  ["nobody online", [0, 26, 1, 0], "27 on paper, by phone or face to face"],
  ["as many as may be shown", [5, 5, 0, 0], "5 online and 5 on paper"],
  ["too few in all", [9, 0, 0, 0], null],
  ["too few in all, in two ways", [5, 4, 0, 0], null],
  ["nobody", [0, 0, 0, 0], null],
])("%s: %j", (_, counts, words) => {
  expect(splitInWords(modesOf(counts), 5)).toBe(words);
});

describe("whoever knows the total, all that is shown and this rule", () => {
  const totals = Array.from({ length: 26 }, (_, index) => index + 1);
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, index) => index);
  const worldsOf = (total: number): Counts[] =>
    upTo(total).flatMap((online) =>
      upTo(total - online).flatMap((paper) =>
        upTo(total - online - paper).map((phone): Counts => [
          online,
          paper,
          phone,
          total - online - paper - phone,
        ]),
      ),
    );
  /** What such a reader holds possible, by what was shown. */
  const possible = (total: number) => {
    const worlds = new Map<string, Counts[]>();
    for (const counts of worldsOf(total)) {
      const shown = JSON.stringify(splitByMode(modesOf(counts), 5));
      worlds.set(shown, [...(worlds.get(shown) ?? []), counts]);
    }
    return worlds;
  };
  const figures = {
    ...Object.fromEntries(ballotModes.map((mode, way) => [mode, (counts: Counts) => counts[way] ?? 0])),
    "with the help of staff": ([, paper, phone, assisted]: Counts) => paper + phone + assisted,
  };

  test.each(totals)("of %i ballots cannot tell how few came in any way", (total) => {
    for (const [shown, worlds] of possible(total))
      for (const [name, figure] of Object.entries(figures)) {
        const values = [...new Set(worlds.map(figure))];
        const told = values.length === 1 ? values[0] : null;
        expect([1, 2, 3, 4], `${name} of ${shown}`).not.toContain(told);
      }
  });
});
