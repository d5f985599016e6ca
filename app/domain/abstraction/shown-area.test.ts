import { expect, test } from "vitest";
import { sharesOfMinute } from "./shares.ts";
import { haveHours, shownAreaOf } from "./shown-area.ts";
import type { Frozen } from "./shown-figure.ts";

const hour = 60 * sharesOfMinute;
const row: Frozen = {
  startsOn: "2026-05-01",
  publishedAt: new Date("2026-07-01T00:10:00Z"),
  version: 1,
  posts: 374,
  restatement: null,
  established: 1_000 * hour,
  duty: 600 * hour,
  abstractedA: 66 * hour,
  abstractedB: 98 * hour,
  exempt: 5 * hour,
  lent: 0,
  duties: 100,
  confirmed: 97,
};

test("a month of a team with all codes: both rates, and what was delivered", () => {
  expect(shownAreaOf(row, { hasHours: true })).toEqual({
    isBanded: false,
    isBreach: true,
    isProvisional: false,
    rate: { isBreach: true, tenths: 110, words: "11.0%, over target" },
    band: null,
    rateB: "16.3%",
    complete: "97.0%",
    hours: { duty: 600, abstracted: 50, exempt: null, delivered: "53.4%" },
  });
});

test.each([
  [49, null],
  [50, 50],
  [76, 100],
])("%s exempt hours are given as %s", (hours, given) => {
  expect(shownAreaOf({ ...row, exempt: hours * hour }, { hasHours: true }).hours?.exempt).toBe(given);
});

test.each([
  ["few posts", { posts: 2 }, true],
  ["another BCU with few posts", {}, false],
])("of %s no hours", (_, more, hasHours) => {
  expect(shownAreaOf({ ...row, ...more }, { hasHours }).hours).toBeNull();
});

test("of few posts a band and nothing exact", () => {
  expect(shownAreaOf({ ...row, posts: 2 }, { hasHours: true })).toMatchObject({
    rate: null,
    rateB: null,
    complete: null,
    band: "over 10% to 15%",
  });
});

test("no duty is no rate", () => {
  const none = { ...row, duty: 0, abstractedA: 0, abstractedB: 0 };
  expect(shownAreaOf(none, { hasHours: true })).toMatchObject({ rate: null, rateB: null, isBreach: null });
});

test("one BCU of few posts keeps back the hours of all", () => {
  expect(haveHours([{ posts: 90 }, { posts: 3 }])).toBe(true);
  expect(haveHours([{ posts: 90 }, { posts: 2 }])).toBe(false);
  expect(haveHours([{ posts: 90, neighbourhoods: 4 }])).toBe(true);
  expect(haveHours([{ posts: 90, neighbourhoods: 1 }])).toBe(false);
});
