import { expect, test } from "vitest";
import { slotForCarried } from "./carried-slot.ts";

test.each([
  ["none taken", [], 1],
  ["the first taken", [1], 2],
  ["a place between", [1, 3], 2],
  ["all three taken", [1, 2, 3], 4],
  ["and some behind them", [1, 2, 3, 4, 5], 6],
  ["a place that came free again", [2, 3, 4], 1],
  ["a place behind them that came free", [1, 2, 3, 5], 4],
])("%s", (_, taken, expected) => {
  expect(slotForCarried(new Set(taken))).toBe(expected);
});
