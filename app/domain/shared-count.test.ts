import { expect, test } from "vitest";
import { minuteEnd, nearLimit, shareOf, wholeCount } from "./shared-count.ts";

test.each([
  ["nothing is known of the others", { count: 7, shared: 0 }, undefined, 7],
  ["all of it is in the sum", { count: 7, shared: 7 }, 7, 7],
  ["others let some through", { count: 7, shared: 7 }, 20, 20],
  ["some went through here since", { count: 9, shared: 7 }, 20, 22],
  ["nothing of it is in the sum yet", { count: 3, shared: 0 }, 20, 23],
  ["the sum began anew", { count: 9, shared: 7 }, 0, 9],
])("counted against a caller when %s", (_, caller, total, expected) => {
  expect(wholeCount(caller, total)).toBe(expected);
});

test.each([
  ["149 of 3,000", { count: 149, shared: 0 }, 3_000, 0],
  ["150 of 3,000", { count: 150, shared: 0 }, 3_000, 150],
  ["10 more", { count: 160, shared: 150 }, 3_000, 10],
  ["no more", { count: 160, shared: 160 }, 3_000, 0],
  ["the first of 10", { count: 1, shared: 0 }, 10, 1],
])("shared of a caller after %s", (_, caller, limit, expected) => {
  expect(shareOf(caller, limit)).toBe(expected);
});

test("the others are told from half of the limit on", () => {
  expect([nearLimit(3_000), nearLimit(3), nearLimit(1)]).toEqual([1_500, 2, 1]);
});

test.each([
  [0, 60_000],
  [59_999, 60_000],
  [60_000, 120_000],
])("the minute of %i ends at %i", (at, end) => {
  expect(minuteEnd(at)).toBe(end);
});
