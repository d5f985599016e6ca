import { expect, test } from "vitest";
import { problemsOfAction, type WantedAction } from "./wanted-action.ts";

const wanted: WantedAction = {
  kind: "prevention",
  task: "Put up a sign",
  publicLine: "A sign shows drivers their speed.",
  agencyId: null,
  ownerId: null,
  startsOn: null,
  dueOn: "2026-05-10",
  costPence: null,
};

test.each<[string, Partial<WantedAction>, string[]]>([
  ["whole", {}, []],
  ["due on the earliest day", { dueOn: "2026-05-01" }, []],
  ["due before it", { dueOn: "2026-04-30" }, ["dueOn"]],
  ["starting on the day it is due", { startsOn: "2026-05-10" }, []],
  ["starting after it is due", { startsOn: "2026-05-11" }, ["startsOn"]],
  ["without a task", { task: " \n" }, ["task"]],
  ["with the longest task", { task: "a".repeat(600) }, []],
  ["with too long a task", { task: "a".repeat(601) }, ["task"]],
  ["without a public line", { publicLine: null }, []],
  ["with the longest public line", { publicLine: "a".repeat(300) }, []],
  ["with too long a public line", { publicLine: "a".repeat(301) }, ["publicLine"]],
  ["with a name in the task", { task: "Speak to Mr Hollis" }, ["task"]],
  ["with an address in the public line", { publicLine: "A sign at 14 Church Lane" }, ["publicLine"]],
  ["wrong in two places", { task: "", dueOn: "2026-04-01" }, ["task", "dueOn"]],
])("an action %s", (_name, change, fields) => {
  const problems = problemsOfAction({ ...wanted, ...change }, "2026-05-01");
  expect(problems.map(({ field }) => field)).toEqual(fields);
});
