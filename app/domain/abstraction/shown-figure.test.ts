import { expect, test } from "vitest";
import { overSince, revisionsOf, shownOf, type Frozen } from "./shown-figure.ts";

const row = (on: string, abstractedA: number, more: Partial<Frozen> = {}): Frozen => ({
  startsOn: "2026-05-01",
  publishedAt: new Date(`${on}T08:00:00Z`),
  version: 1,
  posts: 9,
  restatement: on === "2026-07-01" ? null : `Restated on ${on}.`,
  established: 15_000,
  duty: 12_000,
  abstractedA,
  abstractedB: abstractedA,
  exempt: 0,
  lent: 0,
  duties: 100,
  confirmed: 100,
  ...more,
});
const of = (...rows: Frozen[]) => revisionsOf(rows, shownOf);

test("a late correction: May restated, the old figure kept, the breach dated at the correction", () => {
  const revisions = of(row("2026-07-01", 1_176), row("2026-07-03", 1_224));
  expect(revisions.map(({ shown }) => [shown.rate?.words, shown.isBreach])).toEqual([
    ["9.8%", false],
    ["10.2%, over target", true],
  ]);
  expect(overSince(revisions)).toBe("2026-07-03");
});

test.each([
  ["over from the first", [1_224], "2026-07-01"],
  ["over, and still over", [1_224, 1_300], "2026-07-01"],
  ["over, then not", [1_224, 1_176], null],
  ["over, not, and over again", [1_224, 1_176, 1_300], "2026-07-03"],
  ["never over", [1_176, 1_200], null],
])("%s", (_, amounts, since) => {
  expect(overSince(of(...amounts.map((amount, at) => row(`2026-07-0${at + 1}`, amount))))).toBe(since);
});

test("a revision that shows the same is no news", () => {
  expect(of(row("2026-07-01", 1_176), row("2026-07-02", 1_177), row("2026-07-03", 1_224))).toHaveLength(2);
  const few = { posts: 2 };
  expect(of(row("2026-07-01", 700, few), row("2026-07-02", 1_100, few))).toHaveLength(1);
});

test("what changed since the last that was shown is told, not since one that was kept back", () => {
  const later = row("2026-07-03", 1_220, { confirmed: 90, restatement: "Of the one before." });
  const kept = row("2026-07-02", 1_177, { restatement: "Kept back." });
  expect(of(row("2026-07-01", 1_176), kept, later).map(({ restatement }) => restatement)).toEqual([
    null,
    "Restated on 3 July 2026: time was recorded late.",
  ]);
});
