import { expect, test } from "vitest";
import { vacancyOf } from "./attachment.ts";
import { attribute, piecesOf, type FigureEntry } from "./attribution.ts";
import { firstCodeTable, type Code } from "./codes.ts";
import { establishedMinutes } from "./established.ts";
import { splitHelpOnSight } from "./help-on-sight.ts";
import { hoursOfWeek } from "./hours-of-week.ts";
import { intersection, minutesIn, subtraction, union } from "./intervals.ts";
import { monthFigures } from "./month-figures.ts";
import { sharesOfMinute } from "./shares.ts";
import { versionOf, versionsOf } from "./versions.ts";

const of = (...pairs: (readonly [number, number])[]) => pairs.map(([from, to]) => ({ from, to }));

test("stretches of minutes are joined, cut and taken away", () => {
  expect(union(of([5, 9], [0, 3], [3, 5], [12, 12], [20, 30]))).toEqual(of([0, 9], [20, 30]));
  expect(intersection(of([0, 10], [5, 20]), of([8, 12], [15, 40]))).toEqual(of([8, 12], [15, 20]));
  expect(subtraction(of([0, 10], [20, 30]), of([2, 4], [4, 5], [9, 22]))).toEqual(
    of([0, 2], [5, 9], [22, 30]),
  );
  expect(minutesIn(of([0, 10], [5, 15]))).toBe(15);
});

const day = 1_440;

test.each([
  ["28 days are an attachment", of([0, 28 * day]), []],
  ["what lasts longer is vacant", of([0, 30 * day]), of([28 * day, 30 * day])],
  [
    "a week later it is the same one, and the week is duty",
    of([0, 20 * day], [27 * day, 40 * day]),
    of([28 * day, 40 * day]),
  ],
  ["a minute more and it is another", of([0, 20 * day], [27 * day + 1, 50 * day]), []],
  ["one inside another", of([0, 29 * day], [day, 2 * day]), of([28 * day, 29 * day])],
])("%s", (_, entries, vacant) => {
  expect(vacancyOf(entries)).toEqual(vacant);
});

const rules = new Map(firstCodeTable.map((rule) => [rule.code, rule]));
const entry = (id: string, code: Code, from: number, to: number): FigureEntry => ({
  id,
  code,
  from,
  to,
  responseTeam: null,
  isExempt: false,
  isAuthorised: true,
});
const used = (...entries: FigureEntry[]) =>
  attribute(
    { from: 0, to: 480 },
    entries.flatMap((one) => piecesOf(one, [], rules)),
  ).map(({ from, to, piece }) => [from, to, piece.entry.id, piece.code]);

test.each([
  ["the later start", used(entry("a", "R1", 0, 120), entry("b", "C1", 60, 90)), ["a", "b", "a"]],
  [
    "the lesser id of two that start together",
    used(entry("b", "R1", 0, 120), entry("a", "C1", 0, 120)),
    ["a"],
  ],
  ["rate A before rate B", used(entry("a", "R1", 0, 120), entry("b", "T1", 60, 180)), ["a", "b"]],
  ["rate B before neighbourhood duty", used(entry("a", "T1", 0, 120), entry("b", "N4", 60, 180)), ["a", "b"]],
  ["absence before all", used(entry("a", "R1", 0, 120), entry("b", "U3", 0, 60)), ["b", "a"]],
])("%s takes shared time", (_, attributed, ids) => {
  expect(attributed.map(([, , id]) => id).filter((id, index, all) => id !== all[index - 1])).toEqual(ids);
});

test("help on sight beyond an hour is directed response", () => {
  expect(used(entry("a", "N3", 30, 120))).toEqual([
    [30, 90, "a", "N3"],
    [90, 120, "a", "R2"],
  ]);
  const [from, hour, later] = ["10:00", "11:00", "11:01"].map((clock) => new Date(`2026-05-05T${clock}:00Z`));
  if (from === undefined || hour === undefined || later === undefined) throw new Error("No instants.");
  expect(splitHelpOnSight({ from, to: hour })).toEqual({ help: { from, to: hour }, rest: null });
  expect(splitHelpOnSight({ from, to: later })).toEqual({
    help: { from, to: hour },
    rest: { from: hour, to: later },
  });
});

test("a code that a definition does not know is not counted", () => {
  expect(piecesOf(entry("a", "R1", 0, 60), [], new Map())).toEqual([]);
});

const start = Date.parse("2026-05-04T07:00:00Z") / 60_000;
const post = {
  kind: "pc" as const,
  fullTimeEquivalent: 1,
  shares: [{ neighbourhoodId: "n1", weight: 1 }],
  duties: [{ from: start, to: start + 480, isConfirmedInTime: false }],
  entries: [
    { ...entry("a", "R1", start, start + 60), responseTeam: "team", isExempt: true, isAuthorised: false },
    { ...entry("b", "N2", start + 60, start + 120) },
    { ...entry("c", "C1", start + 120, start + 150), isAuthorised: false },
  ],
};

test("exempt and unauthorised stay in rate A; lent time is beside it", () => {
  const { months, codes } = monthFigures([post], { month: "2026-05-01", rules: firstCodeTable });
  expect(months).toMatchObject([
    {
      posts: sharesOfMinute,
      abstractedA: 90 * sharesOfMinute,
      exempt: 60 * sharesOfMinute,
      unauthorised: 90 * sharesOfMinute,
      lent: 60 * sharesOfMinute,
      duties: sharesOfMinute,
      confirmed: 0,
    },
  ]);
  expect(codes.map(({ code, responseTeam }) => [code, responseTeam])).toEqual([
    ["R1", "team"],
    ["N2", ""],
    ["C1", ""],
  ]);
});

test("posts are what those with duty have: no vacant ones, and a fifth of one is a fifth", () => {
  const share = (weight: number) => [{ neighbourhoodId: "n1", weight }];
  const posts = [
    { ...post, shares: share(1) },
    { ...post, shares: share(0.2) },
    { ...post, shares: share(1), duties: [] },
  ];
  const { months } = monthFigures(posts, { month: "2026-05-01", rules: firstCodeTable });
  expect(months.map((month) => month.posts)).toEqual([1.2 * sharesOfMinute]);
});

test("specials are apart, and have no established time", () => {
  const { months } = monthFigures([post, { ...post, kind: "special" }], {
    month: "2026-05-01",
    rules: firstCodeTable,
  });
  expect(months.map(({ isSpecial, posts, established }) => [isSpecial, posts, established > 0])).toEqual([
    [false, sharesOfMinute, true],
    [true, sharesOfMinute, false],
  ]);
});

test("hours of the week are London's: a Monday at eight in summer is seven in UTC", () => {
  expect([...hoursOfWeek([{ from: start - 30, to: start + 90 }])]).toEqual([
    [7, 30],
    [8, 60],
    [9, 30],
  ]);
  const back = Date.parse("2026-10-25T00:00:00Z") / 60_000;
  // The hour from one to two comes twice.
  expect([...hoursOfWeek([{ from: back, to: back + 180 }])]).toEqual([
    [145, 120],
    [146, 60],
  ]);
});

test.each([
  ["sergeant", 1, "2026-03-01", 10_629],
  ["pc", 0.5, "2026-02-01", 4_800],
  ["pcso", 0.875, "2026-03-01", 8_603],
  ["special", 1, "2026-03-01", 0],
] as const)("a %s of %d is established for %s with %i minutes' worth", (kind, fte, month, minutes) => {
  expect(establishedMinutes(kind, fte, month)).toBe(minutes);
});

test("a month has the definition in force on its first day, and those of the year after it", () => {
  const definitions = [
    { version: 2, effectiveFrom: "2026-10-01" },
    { version: 1, effectiveFrom: "2020-01-01" },
  ];
  expect(versionOf("2019-01-01", definitions)).toBe(1);
  expect(versionsOf("2025-09-01", definitions)).toEqual([1]);
  expect(versionsOf("2025-10-01", definitions)).toEqual([1, 2]);
  expect(versionsOf("2026-09-01", definitions)).toEqual([1, 2]);
  expect(versionsOf("2026-10-01", definitions)).toEqual([2]);
  expect(versionsOf("2026-10-01", [])).toEqual([]);
});
