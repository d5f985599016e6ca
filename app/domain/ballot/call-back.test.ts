import { expect, test } from "vitest";
import { callBackCount } from "./call-back.ts";

test.each([
  [0, 5, 0],
  [1, 5, 1],
  [20, 5, 1],
  [21, 5, 2],
  [100, 5, 5],
  [100, 0, 0],
  [7, 100, 7],
])("of %i voters at %i per cent: %i", (reachable, percent, count) => {
  expect(callBackCount(reachable, percent)).toBe(count);
});
