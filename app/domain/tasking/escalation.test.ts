import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { taskingActionStates, type TaskingActionState } from "./action.ts";
import {
  escalationsDue,
  isEscalating,
  rungNumber,
  rungs,
  type EscalationDays,
  type Rung,
} from "./escalation.ts";

const usual: EscalationDays = { owner: 1, lead: 7, chair: 14, board: 28 };
const dueOn = "2026-03-02";
const due = (
  daysLate: number,
  {
    state = "accepted",
    highestTold = 0,
    days = usual,
  }: { state?: TaskingActionState; highestTold?: number; days?: EscalationDays } = {},
) => escalationsDue({ state, since: dueOn }, highestTold, days, addDays(dueOn, daysLate));

describe("who is told, and when", () => {
  test.each<[string, number, number, Rung[]]>([
    ["before its day", -1, 0, []],
    ["on its day", 0, 0, []],
    ["the day after", 1, 0, ["owner"]],
    ["the owner was told", 2, 1, []],
    ["a week late", 7, 1, ["lead"]],
    ["the day before the chair is told", 13, 2, []],
    ["two weeks late", 14, 2, ["chair"]],
    ["four weeks late", 28, 3, ["board"]],
    ["all were told", 400, 4, []],
    ["two rungs were missed: each is somebody else", 8, 0, ["owner", "lead"]],
    ["everything was missed", 28, 0, ["owner", "lead", "chair", "board"]],
    ["the chair was told, the lead never: the lead is told no more", 20, 3, []],
  ])("%s", (_, daysLate, highestTold, expected) => {
    expect(due(daysLate, { highestTold })).toEqual(expected);
  });

  test.each<[TaskingActionState, Rung[]]>([
    ["assigned", ["owner"]],
    ["accepted", ["owner"]],
    ["in-progress", ["owner"]],
    ["done", []],
    ["rejected", []],
    ["withdrawn", []],
  ])("an action that is %s", (state, expected) => {
    expect(due(1, { state })).toEqual(expected);
  });

  test.each<[TaskingActionState, Rung[]]>([
    ["accepted", ["owner", "lead", "chair", "board"]],
    ["rejected", ["chair", "board"]],
    ["done", []],
    ["withdrawn", []],
  ])("four weeks after its day, an action that is %s", (state, expected) => {
    expect(due(28, { state })).toEqual(expected);
  });

  test("moving the day begins anew", () => {
    const moved = { state: "accepted", since: addDays(dueOn, 30) } as const;
    // What was told of the day before does not count: the caller asks for the new day's highest.
    expect(escalationsDue(moved, 0, usual, addDays(dueOn, 30))).toEqual([]);
    expect(escalationsDue(moved, 0, usual, addDays(dueOn, 31))).toEqual(["owner"]);
  });

  test.each<[string, EscalationDays, number, Rung[]]>([
    ["no owner", { ...usual, owner: 0 }, 7, ["lead"]],
    ["no chair", { ...usual, chair: 0 }, 28, ["owner", "lead", "board"]],
    ["nobody", { owner: 0, lead: 0, chair: 0, board: 0 }, 400, []],
    ["two on one day", { ...usual, lead: 1 }, 1, ["owner", "lead"]],
  ])("%s by settings", (_, days, daysLate, expected) => {
    expect(due(daysLate, { days })).toEqual(expected);
  });
});

test("whatever happens, nobody is told twice of one day, nor anybody below who was told", () => {
  const runs = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 });
  fc.assert(
    fc.property(runs, fc.constantFrom(...taskingActionStates), (daysLate, state) => {
      let highestTold = 0;
      const told: Rung[] = [];
      for (const late of daysLate) {
        const now = due(late, { state, highestTold });
        told.push(...now);
        highestTold = Math.max(highestTold, ...now.map(rungNumber));
      }
      return told.every(
        (rung, index) => index === 0 || rungNumber(rung) > rungNumber(told[index - 1] ?? rung),
      );
    }),
  );
});

test("the rungs are numbered as they are kept", () => {
  expect(rungs.map(rungNumber)).toEqual([1, 2, 3, 4]);
});

test.each([
  [usual, true],
  [{ owner: 0, lead: 0, chair: 0, board: 5 }, true],
  [{ owner: 0, lead: 0, chair: 0, board: 0 }, false],
])("%j: escalates %s", (days, expected) => {
  expect(isEscalating(days)).toBe(expected);
});
