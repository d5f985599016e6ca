import { expect, test } from "vitest";
import { actionDueInWords, mostPressingFirst, type ActionState } from "./action.ts";

const today = "2026-05-10";

test.each<[ActionState, string, string | null]>([
  ["open", "2026-05-07", "3 days late"],
  ["open", "2026-05-09", "1 day late"],
  ["blocked", "2026-05-09", "1 day late"],
  ["open", "2026-05-10", "Due today"],
  ["open", "2026-05-11", "Due in 1 day"],
  ["blocked", "2026-05-17", "Due in 7 days"],
  ["open", "2026-05-18", null],
  ["done", "2026-05-07", null],
  ["dropped", "2026-05-10", null],
])("an action that is %s, due on %s: %s", (state, dueOn, words) => {
  expect(actionDueInWords({ state, dueOn }, today)).toBe(words);
});

test.each<[string, [number, ActionState, string][], number[]]>([
  ["none", [], []],
  [
    "late, then soon, then later, then closed",
    [
      [1, "done", "2026-01-01"],
      [2, "open", "2026-09-01"],
      [3, "open", "2026-05-12"],
      [4, "blocked", "2026-05-01"],
    ],
    [4, 3, 2, 1],
  ],
  [
    "the longest late before the others",
    [
      [1, "open", "2026-05-08"],
      [2, "open", "2026-04-08"],
    ],
    [2, 1],
  ],
  [
    "of one day by their numbers",
    [
      [3, "open", "2026-05-12"],
      [1, "open", "2026-05-12"],
      [2, "blocked", "2026-05-12"],
    ],
    [1, 2, 3],
  ],
  [
    "what was dropped beside what was done",
    [
      [1, "dropped", "2026-05-02"],
      [2, "done", "2026-05-01"],
      [3, "open", "2026-12-31"],
    ],
    [3, 2, 1],
  ],
])("actions in order: %s", (_name, given, numbers) => {
  const actions = given.map(([number, state, dueOn]) => ({ number, state, dueOn }));
  const before = [...actions];
  expect(mostPressingFirst(actions, today).map(({ number }) => number)).toEqual(numbers);
  expect(actions, "the list that was given stays").toEqual(before);
});
