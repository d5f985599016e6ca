import { expect, test } from "vitest";
import type { ConcernState } from "./states.ts";
import { wordsGoOn } from "./words-kept.ts";

const at = new Date("2026-03-02T10:00:00Z");

test.each<[ConcernState, string | null]>([
  ["submitted", "2026-05-31"],
  ["returned-for-rewording", "2026-05-31"],
  ["rejected", "2026-05-31"],
  ["upheld", "2026-05-31"],
  ["triage", null],
  ["appealed", null],
  ["published-candidate", null],
  ["not-adopted", null],
  ["diverted-emergency", null],
  ["withdrawn", "2027-03-02"],
  ["merged", "2027-03-02"],
  ["adopted", "2027-03-02"],
])("words of a concern that is %s go on %s", (state, day) => {
  expect(wordsGoOn(state, at, false)).toBe(day);
});

test("words that wait for another service stay until it has them", () => {
  expect(wordsGoOn("submitted", at, true)).toBeNull();
});
