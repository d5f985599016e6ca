import { expect, test } from "vitest";
import { problemsOfWantedOwner, problemsOfWantedTask, type WantedTaskingAction } from "./wanted-action.ts";

const today = "2027-03-10";
const wanted = (more: Partial<WantedTaskingAction> = {}): WantedTaskingAction => ({
  kind: "environmental",
  task: "Repair the lights on the rec",
  agencyId: "a",
  position: "Street lighting officer",
  ownerId: null,
  dueOn: "2027-03-10",
  priorityId: null,
  ...more,
});

test.each([
  ["whole, due today", wanted(), []],
  ["without a task", wanted({ task: "  " }), ["task"]],
  ["with a task too long", wanted({ task: "a ".repeat(301) }), ["task"]],
  ["with a case that belongs to MARAC", wanted({ task: "Take the case to MARAC" }), ["task"]],
  ["without a position", wanted({ position: "" }), ["position"]],
  ["with a position too long", wanted({ position: "officer ".repeat(11) }), ["position"]],
  ["due yesterday", wanted({ dueOn: "2027-03-09" }), ["dueOn"]],
  [
    "with nothing in it",
    wanted({ task: "", position: "", dueOn: "2027-01-01" }),
    ["task", "position", "dueOn"],
  ],
] as const)("an action %s", (_, action, fields) => {
  expect([...new Set(problemsOfWantedTask(action, today).map(({ field }) => field))]).toEqual(fields);
});

test("whose it is, and by when, is judged alike when it is given on", () => {
  expect(problemsOfWantedOwner(wanted({ position: "", dueOn: "2027-03-09" }), today)).toHaveLength(2);
});
