import { expect, test } from "vitest";
import { coveredDays } from "./covered-days.ts";
import type { RosterRow } from "./read-row.ts";

/** "pc 06-01", "pc 06-02 refused", "pc refused": a row of a post, begun at 10pm in London on a day of 2026. */
function rowOf(words: string, line: number): RosterRow {
  const {
    post = "",
    day,
    state = "taken",
  } = /^(?<post>\w+)(?: (?<day>\d\d-\d\d))?(?: (?<state>refused|ignored))?$/.exec(words)?.groups ?? {};
  const startsAt = day === undefined ? null : new Date(`2026-${day}T21:00Z`);
  return {
    line,
    state: state === "refused" || state === "ignored" ? state : "taken",
    reason: null,
    postId: post,
    startsAt,
    endsAt: startsAt && new Date(startsAt.getTime() + 8 * 3_600_000),
    code: null,
    reference: null,
  };
}

const cover = (words: string, notBefore: string | null = null) => {
  const { covered } = coveredDays(words.split(", ").map(rowOf), notBefore && `2026-${notBefore}`);
  return covered
    .map(({ postId, firstDay, lastDay }) => `${postId} ${firstDay.slice(5)} ${lastDay.slice(5)}`)
    .join(", ");
};

test.each([
  ["the days between two rows", "pc 06-01, pc 06-05", "pc 06-01 06-05"],
  ["a week between them at most", "pc 06-01, pc 06-08, pc 06-16", "pc 06-01 06-08, pc 06-16 06-16"],
  ["each post by itself", "pc 06-01, pcso 06-04, pc 06-02", "pc 06-01 06-02, pcso 06-04 06-04"],
  ["no year because of one slip", "pc 06-01, pc 06-03, pc 12-02", "pc 06-01 06-03, pc 12-02 12-02"],
  [
    "not a day with a refused row",
    "pc 06-01, pc 06-02, pc 06-02 refused, pc 06-03",
    "pc 06-01 06-01, pc 06-03 06-03",
  ],
  ["another post's refused row aside", "pc 06-01, pcso 06-01 refused", "pc 06-01 06-01"],
  [
    "only its rows' days where one may be of any day",
    "pc 06-01, pc refused, pc 06-03",
    "pc 06-01 06-01, pc 06-03 06-03",
  ],
  ["nothing for what is left out", "pc 06-02, pc 06-05 ignored, pcso 06-02 ignored", "pc 06-02 06-02"],
])("a roster covers %s", (_, rows, expected) => {
  expect(cover(rows)).toBe(expected);
});

test("no day before a given one is covered", () => {
  expect(cover("pc 06-01, pc 06-05", "06-03")).toBe("pc 06-03 06-05");
  expect(cover("pc 06-01", "06-03")).toBe("");
});

test("a stretch lasts until its last row ends", () => {
  const { stretches } = coveredDays(["pc 06-01", "pc 06-03"].map(rowOf), null);
  expect(stretches).toEqual([
    { postId: "pc", firstDay: "2026-06-01", lastDay: "2026-06-03", lastEnd: new Date("2026-06-04T05:00Z") },
  ]);
});
