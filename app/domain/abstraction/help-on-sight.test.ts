import { expect, test } from "vitest";
import { splitHelpOnSight } from "./help-on-sight.ts";

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);

test.each([
  ["09:00", "09:20", null],
  ["09:00", "10:00", null],
  ["09:00", "10:01", ["10:00", "10:01"]],
  ["09:30", "12:00", ["10:30", "12:00"]],
] as const)("from %s to %s the rest is %j", (from, to, rest) => {
  const split = splitHelpOnSight({ from: at(from), to: at(to) });
  expect(split.rest).toEqual(rest === null ? null : { from: at(rest[0]), to: at(rest[1]) });
  expect(split.help).toEqual({ from: at(from), to: rest === null ? at(to) : at(rest[0]) });
});
