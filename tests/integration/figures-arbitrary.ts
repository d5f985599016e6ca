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

const anyStart = fc.oneof(
  fc
    .tuple(fc.constantFrom(...turns), fc.integer({ min: -3, max: 20 }))
    .map(([turn, halves]) => turn + halves * 30),
  fc
    .tuple(fc.integer({ min: 0, max: 364 }), fc.constantFrom(6, 7, 14, 22))
    .map(([days, hour]) => start + days * day + hour * 60),
);
const anyPost = fc.constantFrom(...postNames);

export const anyDuty: fc.Arbitrary<OfPost<FigureDuty>> = fc
  .record({
    post: anyPost,
    from: anyStart,
    minutes: fc.oneof(fc.constantFrom(480, 540, 600), fc.integer({ min: 1, max: 36 * 60 })),
    isConfirmedInTime: fc.boolean(),
  })
  .map(({ minutes, ...duty }) => ({ ...duty, to: duty.from + minutes }));

export const anyDuties = fc.array(anyDuty, { minLength: 1, maxLength: 40 }).map(withoutOverlaps);

const once = (entries: readonly OfPost<FigureEntry>[]) => [
  ...new Map(entries.map((entry) => [`${entry.post} ${entry.from} ${entry.to}`, entry])).values(),
];

export const anyEntry = (id: (name: string) => string): fc.Arbitrary<OfPost<FigureEntry>> =>
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

export const anyEntries = (id: (name: string) => string) =>
  fc.array(anyEntry(id), { maxLength: 40 }).map(once);
