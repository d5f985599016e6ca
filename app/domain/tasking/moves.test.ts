import { describe, expect, test } from "vitest";
import { taskingActionStates } from "./action.ts";
import {
  answerRefusal,
  isTaskingActionSettled,
  moveRefusal,
  taskingAnswersFrom,
  taskingMovesFrom,
} from "./moves.ts";

describe("what an agency answers", () => {
  test.each([
    ["assigned", "accepted", "", null],
    ["assigned", "in-progress", "", null],
    ["assigned", "done", "The lights burn again", null],
    ["assigned", "rejected", "The road is the county’s", null],
    ["accepted", "in-progress", "", null],
    ["accepted", "done", "The lights burn again", null],
    ["in-progress", "done", "The lights burn again", null],
    ["in-progress", "rejected", "The road is the county’s", null],
    ["accepted", "accepted", "", "form"],
    ["in-progress", "accepted", "", "form"],
    ["done", "rejected", "After all not", "form"],
    ["rejected", "accepted", "", "form"],
    ["withdrawn", "done", "It is done", "form"],
    ["accepted", "done", "  ", "words"],
    ["assigned", "rejected", "", "words"],
  ] as const)("%s to %s with “%s”: refused at %s", (from, to, words, field) => {
    expect(answerRefusal(from, to, words)?.field ?? null).toBe(field);
  });

  test("a refusal says how it stands", () => {
    expect(answerRefusal("done", "accepted", "")?.message).toBe("It is “Done” already");
  });
});

describe("what whoever records for the group does", () => {
  test.each([
    ["assigned", ["move-day", "give-on", "withdraw"]],
    ["accepted", ["move-day", "give-on", "withdraw"]],
    ["in-progress", ["move-day", "give-on", "withdraw"]],
    ["rejected", ["give-on", "withdraw"]],
    ["done", ["reopen"]],
    ["withdrawn", ["reopen"]],
  ] as const)("%s: %s", (from, moves) => {
    expect(taskingMovesFrom(from, false)).toEqual(moves);
    for (const move of ["move-day", "give-on", "withdraw", "reopen"] as const)
      expect(moveRefusal(from, move, false) === null).toBe(moves.some((one) => one === move));
  });

  test.each([
    ["assigned", ["move-day", "withdraw"]],
    ["rejected", ["withdraw"]],
    ["done", []],
    ["withdrawn", []],
  ] as const)("%s, once the group has ended: %s", (from, moves) => {
    expect(taskingMovesFrom(from, true)).toEqual(moves);
    const [refused] = taskingMovesFrom(from, false).filter((move) => !moves.some((one) => one === move));
    expect(moveRefusal(from, refused ?? "give-on", true)).toMatch(/^This group has ended/);
  });

  test("something is always left to do with an action, by its agency or by the group", () => {
    for (const state of taskingActionStates)
      expect(taskingAnswersFrom(state).length + taskingMovesFrom(state, false).length).toBeGreaterThan(0);
  });
});

test("a declined action is not settled: the group says what becomes of it", () => {
  expect(taskingActionStates.filter(isTaskingActionSettled)).toEqual(["done", "withdrawn"]);
});
