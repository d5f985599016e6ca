import { describe, expect, test } from "vitest";
import { actionFor } from "./action-for.ts";

const action = {
  number: 3,
  task: "Watch the alley",
  publicLine: "We patrol",
  owner: "A constable",
  startsOn: "2026-11-01",
  costPence: 1250,
  result: "Two were seen",
};
const nothing = { owner: null, startsOn: null, costPence: null, result: null };

describe("an action as its reader may know it", () => {
  test("staff read all of it", () => {
    expect(actionFor({ kind: "staff" }, action)).toEqual(action);
  });

  test.each(["member", "resident", "visitor", "system"] as const)("the public side alone: %s", (kind) => {
    expect(actionFor({ kind }, action)).toEqual({
      number: 3,
      publicLine: "We patrol",
      task: "We patrol",
      ...nothing,
    });
    expect(actionFor({ kind }, { ...action, publicLine: null })).toMatchObject({
      task: "Not public yet",
      ...nothing,
    });
  });
});
