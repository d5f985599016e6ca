import { expect, test } from "vitest";
import type { CarriedOutcome, TaskingActionState } from "./action.ts";
import { carriedEntryWords, carriedRefusal } from "./carried.ts";

test.each<[TaskingActionState, CarriedOutcome, boolean]>([
  ["assigned", "done", true],
  ["accepted", "goes-on", true],
  ["in-progress", "given-on", true],
  ["in-progress", "withdrawn", true],
  ["done", "done", true],
  ["done", "goes-on", false],
  ["withdrawn", "withdrawn", true],
  ["withdrawn", "done", false],
  ["rejected", "goes-on", false],
  ["rejected", "done", false],
  ["rejected", "given-on", true],
  ["rejected", "withdrawn", true],
])("an action that is %s may be found %s: %s", (state, outcome, may) => {
  expect(carriedRefusal(state, outcome) === null).toBe(may);
});

test("what was declined says what may become of it", () => {
  expect(carriedRefusal("rejected", "goes-on")).toBe(
    "It was declined. Give it to somebody else, or say that it is no longer needed",
  );
});

test.each<[CarriedOutcome, { words: string; dueOn: string | null; to: string | null }, string]>([
  ["done", { words: "The lights work.", dueOn: null, to: null }, "Done. The lights work."],
  ["done", { words: " ", dueOn: null, to: null }, "Done"],
  [
    "goes-on",
    { words: "Parts are late.", dueOn: "2026-12-03", to: null },
    "Goes on, to 3 December 2026. Parts are late.",
  ],
  [
    "given-on",
    { words: "It is a private road.", dueOn: "2026-12-03", to: "Housing, tenancy officer" },
    "Given to Housing, tenancy officer, by 3 December 2026. It is a private road.",
  ],
  ["withdrawn", { words: "Solved.", dueOn: null, to: null }, "No longer needed. Solved."],
])("%s in the minutes", (outcome, said, words) => {
  expect(carriedEntryWords(outcome, said)).toBe(words);
});
