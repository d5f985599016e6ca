import { describe, expect, test } from "vitest";
import type { Code, CodeKind } from "./codes.ts";
import { daysOfMonth, postMonth } from "./team-month.ts";

const kindOf = (code: Code): CodeKind =>
  code.startsWith("U") ? "unavailable" : code.startsWith("N") ? "neighbourhood" : "abstraction";
const duty = (id: string, from: string, to: string) => ({
  id,
  postId: "p",
  startsAt: new Date(`${from}Z`),
  endsAt: new Date(`${to}Z`),
  confirmedAs: null,
});
const entry = (code: Code, from: string, to: string) => ({
  id: code,
  postId: "p",
  code,
  startsAt: new Date(`${from}Z`),
  endsAt: new Date(`${to}Z`),
});
const early = duty("early", "2026-11-23T08:00", "2026-11-23T16:00");
const night = duty("night", "2026-11-24T22:00", "2026-11-25T07:00");

/** What stands on which day: "23 early", "24 R2 60". */
const shown = (entries: ReturnType<typeof entry>[], duties = [early, night]) =>
  postMonth("2026-11-01", kindOf, { duties, entries }).flatMap(({ day, duties, uses }) => [
    ...duties.map(({ id }) => `${day.slice(8)} ${id}`),
    ...uses.map(
      ({ code, minutes, isOutside }) =>
        `${day.slice(8)} ${code} ${minutes}${isOutside ? " outside a duty" : ""}`,
    ),
  ]);

describe("the month of a post", () => {
  test.each([
    ["a duty on its day", [], ["23 early", "24 night"]],
    [
      "what was done in it",
      [entry("R1", "2026-11-23T14:00", "2026-11-23T19:00")],
      ["23 early", "23 R1 120", "24 night"],
    ],
    [
      "past midnight, on the day on which the duty begins",
      [entry("C1", "2026-11-25T01:00", "2026-11-25T02:00")],
      ["23 early", "24 night", "24 C1 60"],
    ],
    [
      "one entry over two duties",
      [entry("P1", "2026-11-23T15:00", "2026-11-24T23:00")],
      ["23 early", "23 P1 60", "24 night", "24 P1 60"],
    ],
    [
      "outside of any duty",
      [entry("A1", "2026-11-26T10:00", "2026-11-26T12:00")],
      ["23 early", "24 night", "26 A1 120 outside a duty"],
    ],
    [
      "leave on each of its days",
      [entry("U1", "2026-11-22T00:00", "2026-11-24T00:00")],
      ["22 U1 1440 outside a duty", "23 early", "23 U1 480", "24 night"],
    ],
    [
      "leave that begins in another month",
      [entry("U1", "2026-10-31T00:00", "2026-11-01T12:00")],
      ["01 U1 720 outside a duty", "23 early", "24 night"],
    ],
  ])("%s", (_, entries, expected) => {
    expect(shown(entries)).toEqual(expected);
  });

  test("a duty of another month is not in it", () => {
    expect(shown([], [duty("october", "2026-10-31T22:00", "2026-11-01T07:00")])).toEqual([]);
  });
});

test.each([
  ["2026-02-01", 28, "2026-02-28"],
  ["2028-02-01", 29, "2028-02-29"],
  ["2026-12-01", 31, "2026-12-31"],
])("the days of %s", (month, count, last) => {
  const days = daysOfMonth(month);
  expect([days.length, days.at(-1)]).toEqual([count, last]);
});
