import { expect, test } from "vitest";
import { layPattern, readPattern } from "./pattern.ts";

const lay = (typed: string, begins: string, until: string) => {
  const read = readPattern(typed);
  if ("why" in read) return read.why;
  const { duties, problems } = layPattern(read.days, begins, until);
  const minute = (at: Date) => at.toISOString().slice(5, 16);
  return [
    ...duties.map(({ startsAt, endsAt }) => `${minute(startsAt)} ${minute(endsAt)}`),
    ...problems.map(({ day, why }) => `${day}: ${why}`),
  ];
};

test.each([
  ["07:00-15:00, off", "2026-06-01", "2026-06-03", ["06-01T06:00 06-01T14:00", "06-03T06:00 06-03T14:00"]],
  ["22:00-07:00", "2026-03-28", "2026-03-28", ["03-28T22:00 03-29T06:00"]],
  ["22:00-07:00", "2026-10-24", "2026-10-24", ["10-24T21:00 10-25T07:00"]],
  ["01:30-07:00", "2026-03-29", "2026-03-29", ["2026-03-29: 01:30 never was: the clocks go forward over it"]],
  ["01:30-07:00", "2026-10-25", "2026-10-25", ["2026-10-25: 01:30 comes twice: the clocks go back over it"]],
  ["early", "2026-06-01", "2026-06-01", "Day 1 of the pattern must be like 07:00-15:00 or off"],
  ["off, off", "2026-06-01", "2026-06-01", "Enter at least one day that is not off"],
])("%s from %s until %s", (typed, begins, until, expected) => {
  expect(lay(typed, begins, until)).toEqual(expected);
});
