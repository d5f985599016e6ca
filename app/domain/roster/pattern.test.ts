import { expect, test } from "vitest";
import { dutyOn, layPattern, readPattern } from "./pattern.ts";

const lay = (typed: string, begins: string, until: string) => {
  const read = readPattern(typed);
  if ("why" in read) return read.why;
  const { duties, problems, overlaps } = layPattern(read.days, begins, until);
  const minute = (at: Date) => at.toISOString().slice(5, 16);
  return [
    ...duties.map(({ startsAt, endsAt }) => `${minute(startsAt)} ${minute(endsAt)}`),
    ...problems.map(({ day, why }) => `${day}: ${why}`),
    ...overlaps.map((day) => `${day} overlaps`),
  ];
};

test.each([
  ["07:00-15:00, off", "2026-06-01", "2026-06-03", ["06-01T06:00 06-01T14:00", "06-03T06:00 06-03T14:00"]],
  ["22:00-07:00", "2026-03-28", "2026-03-28", ["03-28T22:00 03-29T06:00"]],
  ["22:00-07:00", "2026-10-24", "2026-10-24", ["10-24T21:00 10-25T07:00"]],
  ["01:30-07:00", "2026-03-29", "2026-03-29", ["2026-03-29: 01:30 never was: the clocks go forward over it"]],
  ["01:30-07:00", "2026-10-25", "2026-10-25", ["2026-10-25: 01:30 comes twice: the clocks go back over it"]],
  [
    "22:00-10:00, 07:00-15:00",
    "2026-06-01",
    "2026-06-02",
    ["06-01T21:00 06-02T09:00", "06-02T06:00 06-02T14:00", "2026-06-02 overlaps"],
  ],
  ["early", "2026-06-01", "2026-06-01", "Day 1 of the pattern must be like 07:00-15:00 or off"],
  ["off, off", "2026-06-01", "2026-06-01", "Enter at least one day that is not off"],
])("%s from %s until %s", (typed, begins, until, expected) => {
  expect(lay(typed, begins, until)).toEqual(expected);
});

const [before, after] = ["before", "after"] as const;
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

test.each([
  ["2026-06-01", "07:00", "19:00", false, null, null, "06-01T06:00 06-01T18:00"],
  ["2026-06-01", "07:00", "19:00", true, null, null, "06-01T06:00 06-02T18:00"],
  ["2026-06-01", "07:00", "07:00", true, null, null, "06-01T06:00 06-02T06:00"],
  ["2026-06-01", "22:00", "10:00", true, null, null, "06-01T21:00 06-03T09:00"],
  ["2026-06-01", "07:00", "20:00", true, null, null, "A duty is at most 36 hours (end)"],
  [
    "2026-10-25",
    "01:10",
    "01:50",
    false,
    null,
    null,
    "01:10 comes twice: the clocks go back over it (start)",
  ],
  [
    "2026-10-25",
    "01:10",
    "01:50",
    false,
    before,
    null,
    "01:50 comes twice: the clocks go back over it (end)",
  ],
  ["2026-10-25", "01:10", "01:50", false, before, before, "10-25T00:10 10-25T00:50"],
  ["2026-10-25", "01:10", "01:50", false, before, after, "10-25T00:10 10-25T01:50"],
  ["2026-10-25", "01:10", "01:50", false, after, before, "The end is not after the start (end)"],
])("on %s from %s to %s, a day more: %s, %s, %s", (day, from, to, isDayMore, start, end, expected) => {
  const duty = dutyOn(day, { from: minutes(from), to: minutes(to), isDayMore }, { start, end });
  const minute = (at: Date) => at.toISOString().slice(5, 16);
  expect("why" in duty ? `${duty.why} (${duty.of})` : `${minute(duty.startsAt)} ${minute(duty.endsAt)}`).toBe(
    expected,
  );
});
