import fc from "fast-check";
import type { FigureEntry } from "#app/domain/abstraction/attribution.ts";
import type { FigureDuty } from "#app/domain/abstraction/month-figures.ts";
import { codesUsed, postNames, withoutOverlaps, type OfPost } from "./figures-force.ts";

const day = 1_440;
const start = Date.parse("2026-01-01T00:00:00Z") / 60_000;

/** Where rules turn: month and year ends, both changes of the clocks, the change of teams and of the definition. */
const turns = [
  "2026-01-31T20:00:00Z",
  "2026-03-28T20:00:00Z",
  "2026-03-31T19:00:00Z",
  "2026-06-30T19:00:00Z",
  "2026-09-30T18:00:00Z",
  "2026-10-24T20:00:00Z",
  "2026-12-31T20:00:00Z",
].map((instant) => Date.parse(instant) / 60_000);

/** Mostly about one or two of these moments, so that much meets; some of it anywhere in the year. */
const anyStarts = fc.shuffledSubarray(turns, { minLength: 1, maxLength: 2 }).map((some) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...some), fc.integer({ min: -3, max: 20 }))
        .map(([turn, halves]) => turn + halves * 30),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 364 }), fc.constantFrom(6, 7, 14, 22))
        .map(([days, hour]) => start + days * day + hour * 60),
    },
  ),
);
const anyPost = fc.constantFrom(...postNames);

const anyDuty = (anyStart: fc.Arbitrary<number>): fc.Arbitrary<OfPost<FigureDuty>> =>
  fc
    .record({
      post: anyPost,
      from: anyStart,
      minutes: fc.oneof(fc.constantFrom(480, 540, 600), fc.integer({ min: 1, max: 36 * 60 })),
      isConfirmedInTime: fc.boolean(),
    })
    .map(({ minutes, ...duty }) => ({ ...duty, to: duty.from + minutes }));

const keyedBy = (entries: readonly OfPost<FigureEntry>[], keyOf: (entry: OfPost<FigureEntry>) => string) => [
  ...new Map(entries.map((entry) => [keyOf(entry), entry])).values(),
];

const once = (entries: readonly OfPost<FigureEntry>[]) =>
  keyedBy(
    keyedBy(entries, ({ id }) => id),
    ({ post, from, to }) => `${post} ${from} ${to}`,
  );

const anyEntry = (
  anyStart: fc.Arbitrary<number>,
  id: (name: string) => string,
): fc.Arbitrary<OfPost<FigureEntry>> =>
  fc
    .record({
      id: fc.uuid({ version: 4 }),
      post: anyPost,
      from: fc.tuple(anyStart, fc.integer({ min: -60, max: 300 })).map(([at, minutes]) => at + minutes),
      code: fc.constantFrom(...codesUsed),
      minutes: fc.oneof(fc.constantFrom(60, 61, 120), fc.integer({ min: 1, max: 900 })),
      days: fc.integer({ min: 1, max: 50 }),
      team: fc.constantFrom("response", "other response"),
      isExempt: fc.boolean(),
      isAuthorised: fc.boolean(),
    })
    .map(({ minutes, days, team, ...entry }) => ({
      ...entry,
      to: entry.from + (entry.code === "P1" ? days * day + minutes : minutes),
      responseTeam: entry.code === "R1" ? id(team) : null,
    }));

/** Duties and entries as the database admits them. */
export const anyHistory = (id: (name: string) => string) =>
  anyStarts.chain((anyStart) =>
    fc.record({
      duties: fc.array(anyDuty(anyStart), { minLength: 1, maxLength: 40 }).map(withoutOverlaps),
      entries: fc.array(anyEntry(anyStart, id), { maxLength: 40 }).map(once),
    }),
  );

/** What is done to duties and entries, one after another; `pick` chooses one of those that are there. */
export const anyChanges = (id: (name: string) => string) =>
  anyStarts.chain((anyStart) => {
    const [duty, entry, pick] = [anyDuty(anyStart), anyEntry(anyStart, id), fc.nat(50)];
    const change = fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant("duty" as const), duty }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant("entry" as const), entry }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("removal" as const), pick }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdrawal" as const), pick }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("correction" as const), pick, entry }) },
    );
    return fc.array(change, { minLength: 5, maxLength: 40 });
  });
