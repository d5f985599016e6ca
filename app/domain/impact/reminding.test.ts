import { expect, test } from "vitest";
import { isToTellOfReview } from "./reminding.ts";

const due = new Date("2026-11-24T12:00:00Z");
const at = (hours: number | null) => (hours === null ? null : new Date(due.getTime() + hours * 3_600_000));

test.each([
  ["long before", -5, null, false],
  ["four hours before", -4, null, true],
  ["told an hour ago", -2, -3, false],
  ["told of an earlier review", -2, -30, true],
  ["the moment it is due", 0, -4, true],
  ["told that it is late", 5, 0, false],
  ["told yesterday", 24, 0, true],
  ["told today", 30, 24, false],
  ["nobody was ever told", 100, null, true],
] as const)("%s: %i hours from the review", (_, now, told, isToTell) => {
  expect(isToTellOfReview(due, at(told), at(now) ?? due)).toBe(isToTell);
});
