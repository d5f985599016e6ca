import { expect, test } from "vitest";
import { areaBreaks, areaCell, areaPoints, forceSentence } from "./area-words.ts";
import { areasOf } from "./published-series.ts";
import type { Frozen } from "./shown-figure.ts";

const row = (more: Partial<Frozen> = {}) => ({
  startsOn: "2026-09-01",
  publishedAt: new Date("2026-11-01T01:00:00Z"),
  version: 1,
  posts: 374,
  restatement: null,
  established: 20_000,
  duty: 10_000,
  abstractedA: 980,
  abstractedB: 1_500,
  exempt: 0,
  lent: 0,
  duties: 100,
  confirmed: 100,
  bcu: null,
  ...more,
});
const month = (...rows: ReturnType<typeof row>[]) => {
  const found = areasOf(rows)[0]?.months[0];
  if (found === undefined) throw new Error("There is no month.");
  return found;
};
const restated = row({ abstractedA: 1_004, restatement: "Restated on 3 December 2026: more." });

test.each([
  [month(row()), "9.8%"],
  [month(row({ confirmed: 90 })), "9.8% (provisional)"],
  [month(row(), restated), "10.04%, over target (restated)"],
  [month(row({ posts: 2 })), "over 5% to 10%"],
  [month(row({ duty: 0, abstractedA: 0, abstractedB: 0 })), "No figure"],
])("a cell of the table", (figure, words) => {
  expect(areaCell(figure)).toBe(words);
});

test.each([
  [
    month(row()),
    "In September 2026, 9.8% of neighbourhood duty in the force went to other work. The target is no more than 10%.",
  ],
  [
    month(row(), restated),
    "In September 2026, 10.04% of neighbourhood duty in the force went to other work. The target is no more than 10%.",
  ],
  [
    month(row({ duty: 0, abstractedA: 0 })),
    "In September 2026 no neighbourhood duty is recorded, so there is no figure.",
  ],
])("the sentence of the force", (figure, words) => {
  expect(forceSentence(figure)).toBe(words);
});

test("a chart says a rate as the table does, and what there is to know of it", () => {
  const figures = [month(row(), restated), month(row({ confirmed: 90 })), month(row({ posts: 2 }))];
  expect(areaPoints(figures).map(({ words, note }) => [words, note])).toEqual([
    ["10.04%, over target", "restated"],
    ["9.8%", "provisional"],
  ]);
});

test("another definition breaks the line", () => {
  const figures = [
    row(),
    row({ version: 2, startsOn: "2026-10-01" }),
    row({ version: 2, startsOn: "2026-11-01" }),
  ];
  expect(areaBreaks(figures.map((one) => month(one)))).toEqual(["2026-10-01"]);
});
