import { describe, expect, test } from "vitest";
import { wholeForce, type RateArea } from "./area.ts";
import { addMonths } from "./month.ts";
import { changeInWords, figureOf } from "./rate-figure.ts";
import { partsFor } from "./rate-parts.ts";
import { keptInWords, rateInWords } from "./rate-sentence.ts";
import { comparableOf, seriesOf } from "./rate-series.ts";
import { rateOf } from "./rate.ts";
import { ratesView } from "./rates-view.ts";
import type { AreaMonth } from "./sums.ts";

const october = "2026-10-01";
const full = { isBanded: false };
const team = (id: string): RateArea => ({ kind: "team", id, code: id, name: `Team ${id}` });

const row = (change: Partial<AreaMonth> = {}): AreaMonth => ({
  area: wholeForce,
  posts: 3,
  month: october,
  version: 1,
  isInForce: true,
  established: 12_000,
  duty: 10_000,
  unavailable: 0,
  abstractedA: 880,
  abstractedB: 1_200,
  exempt: 0,
  unauthorised: 0,
  lent: 0,
  duties: 100,
  confirmed: 99,
  ...change,
});

describe("the sentence", () => {
  test.each([
    [
      row(),
      "In October 2026 the force used 91.2% of duty hours for its neighbourhoods; 8.8% was abstraction: within the target of 10%.",
    ],
    [
      row({ abstractedA: 1_004 }),
      "In October 2026 the force used 89.96% of duty hours for its neighbourhoods; 10.04% was abstraction: over the target of 10%.",
    ],
    [
      row({ abstractedA: 1_000, area: team("A") }),
      "In October 2026 Team A used 90.0% of duty hours for its neighbourhoods; 10.0% was abstraction: within the target of 10%.",
    ],
    [
      row({ abstractedA: 0, duty: 0 }),
      "In October 2026 the force had no neighbourhood duty, so there is no rate.",
    ],
  ])("%#", (one, words) => {
    expect(rateInWords(figureOf(one, full))).toBe(words);
  });

  test("adds up to a hundred with every number of decimals", () => {
    for (const [abstracted, duty] of [
      [1, 3],
      [1_004, 10_000],
      [100_001, 1_000_000],
      [0, 5],
      [5, 5],
    ] as const) {
      const rate = rateOf({ duty, abstracted });
      if (rate === null) throw new Error("There is a rate.");
      const parts = [rate.words.split("%")[0], keptInWords(rate).replace("%", "")].map(Number);
      expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(100, 9);
    }
  });
});

test("what is over the target by next to nothing is said in words", () => {
  const rate = rateOf({ duty: 100_000_000, abstracted: 10_000_001 });
  expect([rate?.words, rate === null ? null : keptInWords(rate)]).toEqual([
    "just over 10%, over target",
    "just under 90%",
  ]);
});

describe("few posts", () => {
  const small = row({ posts: 2, area: { kind: "neighbourhood", id: "n", code: "n", name: "Holmewood" } });
  test("are a band without hours to whoever reads rates alone", () => {
    const figure = figureOf(small, { isBanded: true });
    expect(figure).toMatchObject({
      words: "over 5% to 10%",
      rate: null,
      hours: null,
      percentA: null,
      percentB: null,
      delivered: null,
    });
    expect(rateInWords(figure)).toBe(
      "In October 2026 abstraction in Holmewood was over 5% to 10% of duty hours. Fewer than three posts serve it, so no more is shown.",
    );
  });
  test("of three are shown, and to others all are", () => {
    expect(figureOf({ ...small, posts: 3 }, { isBanded: true }).words).toBe("8.8%");
    expect(figureOf(small, full).hours?.duty).toBe(10_000);
  });
  test("of a single part the next smallest is kept back as well", () => {
    const parts = [5, 2, 4].map((posts, at) => row({ posts, area: team(String(at)) }));
    const asked = { month: october, reader: { isBanded: true } };
    const shown = (rows: AreaMonth[]) =>
      partsFor(
        rows,
        rows.map(({ area }) => area),
        asked,
      )
        .lines.filter(({ figure }) => figure?.hours !== null)
        .map(({ area }) => area.id);
    expect(shown(parts)).toEqual(["0"]);
    expect(shown(parts.filter(({ posts }) => posts !== 2))).toEqual(["0", "2"]);
    expect(figureOf(row({ posts: 2 }), asked.reader).complete).toBeNull();
  });
  test("have no drawing, no causes and no hours of the week", () => {
    const read = {
      sums: [small],
      restated: [],
      codes: [],
      hours: [{ hour: 1, shares: 5 }],
      parts: [],
      known: null,
    };
    const view = ratesView(read, { area: small.area, month: october, reader: { isBanded: true } });
    expect([view.charts, view.causes, view.heat, view.control]).toEqual([[], null, null, null]);
  });
});

test("a month without figures says so, and is no nought", () => {
  const read = {
    sums: [row({ month: "2026-09-01" })],
    restated: [],
    codes: [],
    hours: [],
    parts: [],
    known: [team("A")],
  };
  const view = ratesView(read, { area: wholeForce, month: october, reader: full });
  expect(view.words).toEqual([
    "There are no figures for the force in October 2026: no duties are recorded. That is not a rate of 0%.",
  ]);
  expect([view.figure, view.causes, view.heat, view.parts]).toEqual([null, null, null, null]);
  expect(view.charts[0]?.points.map(({ on }) => on)).toEqual(["2026-09-01"]);
});

test("provisional and restated months are said and marked", () => {
  const read = {
    sums: [row({ confirmed: 94 })],
    restated: [october],
    codes: [],
    hours: [],
    parts: [],
    known: null,
  };
  const view = ratesView(read, { area: wholeForce, month: october, reader: full });
  expect(view.words.slice(1)).toEqual([
    "This is provisional: 94.0% of duties were confirmed in time, fewer than 95%.",
    "The published figure of this month was restated: it was corrected after it was published.",
  ]);
  expect(view.charts[0]?.points[0]?.note).toBe("provisional, restated");
});

test("a breach that one decimal hides is said in the chart", () => {
  const read = {
    sums: [row({ abstractedA: 1_004 })],
    restated: [],
    codes: [],
    hours: [],
    parts: [],
    known: null,
  };
  const [rateA] = ratesView(read, { area: wholeForce, month: october, reader: full }).charts;
  expect(rateA?.points[0]?.words).toBe("10.04%, over target");
});

describe("another definition", () => {
  const version = (month: string, number: number, isInForce: boolean) =>
    figureOf(row({ month, version: number, isInForce, abstractedA: number * 100 }), full);
  const figures = [
    version("2026-08-01", 1, true),
    version("2026-08-01", 2, false),
    version("2026-09-01", 1, true),
    version("2026-09-01", 2, false),
    version(october, 2, true),
  ];
  const series = seriesOf(figures, [], october);

  test("breaks the series, with the months before it worked out both ways", () => {
    expect(series.months).toHaveLength(24);
    expect(series.breaks).toEqual([{ month: october, version: 2 }]);
    expect(
      series.again.map(({ version: number, figures: both }) => [number, both.map(({ month }) => month)]),
    ).toEqual([[2, ["2026-08-01", "2026-09-01"]]]);
  });

  test("is never held against the one before", () => {
    expect(comparableOf(series).map(({ month, version: number }) => [month, number])).toEqual([
      ["2026-08-01", 2],
      ["2026-09-01", 2],
      [october, 2],
    ]);
  });
});

test("provisional months are not held against the others", () => {
  const series = seriesOf([figureOf(row({ confirmed: 10 }), full)], [], october);
  expect(comparableOf(series)).toEqual([]);
});

describe("the parts", () => {
  // The mean trap: 5% and 50% are 20% together, not 27.5%.
  const rows = [
    row({ area: team("A"), duty: 160, abstractedA: 8, abstractedB: 8 }),
    row({ area: team("B"), duty: 80, abstractedA: 40, abstractedB: 40 }),
    row({ area: team("B"), month: addMonths(october, -1), duty: 80, abstractedA: 32, abstractedB: 32 }),
  ];

  test("are sorted by rate, with the change since the month before", () => {
    const { lines, others } = partsFor(rows, [team("A"), team("B"), team("C")], {
      month: october,
      reader: full,
    });
    expect(lines.map(({ area, figure, change }) => [area.id, figure?.words ?? null, change])).toEqual([
      ["B", "50.0%, over target", "up 10.0 points"],
      ["A", "5.0%", null],
      ["C", null, null],
    ]);
    expect(others).toBe(0);
  });

  test("outside the reader's area are counted, not named", () => {
    const { lines, others } = partsFor(rows, [team("A")], { month: october, reader: full });
    expect([lines.map(({ area }) => area.id), others]).toEqual([["A"], 1]);
  });
});

test.each([
  [[100, 1_000], [88, 1_000], "up 1.2 points"],
  [[88, 1_000], [98, 1_000], "down 1.0 point"],
  [[880, 10_000], [881, 10_000], "no change"],
  [[1, 1_000], [0, 0], null],
] as const)("a change of %j from %j", (now, before, words) => {
  const of = ([abstracted, duty]: readonly [number, number]) => rateOf({ duty, abstracted });
  expect(changeInWords(of(now), of(before))).toBe(words);
});
