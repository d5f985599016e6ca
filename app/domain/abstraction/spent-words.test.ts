import { expect, test } from "vitest";
import { spentWords } from "./spent-words.ts";

test.each([
  [10_000, 900, "91"],
  [10_000, 1_000, "90"],
  [10_000, 960, "90"],
  [10_000, 950, "91"],
  [10_000, 999, "90"],
  // Rounded, these would be 90: the promise.
  [10_000, 1_001, "just under 90"],
  [10_000, 1_004, "just under 90"],
  [10_000, 1_050, "just under 90"],
  [10_000, 1_051, "89"],
  [10_000_000_000, 1_000_000_001, "just under 90"],
  [12_000, 1_224, "just under 90"],
  [12_000, 1_176, "90"],
  [600, 66, "89"],
  [480, 120, "75"],
  [10_000, 0, "100"],
  [10_000, 1, "more than 99"],
  [10_000, 50, "more than 99"],
  [10_000, 51, "99"],
  [10_000, 10_000, "0"],
  [10_000, 9_999, "fewer than 1"],
])("of %i duty with %i abstracted, %s of every 100", (duty, abstracted, words) => {
  expect(spentWords({ duty, abstracted }, null)).toBe(words);
});

test.each([
  ["5% or less", "95 or more"],
  ["over 5% to 10%", "at least 90, but fewer than 95,"],
  ["over 10% to 15%", "at least 85, but fewer than 90,"],
  ["over 15%", "fewer than 85"],
] as const)("a band of %s is %s, whatever lies in it", (band, words) => {
  expect(spentWords({ duty: 100, abstracted: 7 }, band)).toBe(words);
});
