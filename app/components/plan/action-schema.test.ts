import { expect, test } from "vitest";
import { actionSchema, toTypedAction, toWantedAction } from "./action-schema.ts";

const action = {
  kind: "prevention",
  task: "Mend the fence",
  publicLine: "The fence is mended",
  agencyId: null,
  ownerId: null,
  startsOn: null,
  dueOn: "2027-03-27",
} as const;

test.each([
  [null, ""],
  [0, "0.00"],
  [5, "0.05"],
  [1_250, "12.50"],
  [40_000, "400.00"],
  [123_456_789, "1234567.89"],
])("what an action costs stands in its form as it may be sent: %s", (costPence, cost) => {
  const typed = toTypedAction({ ...action, costPence });
  expect(typed.cost).toBe(cost);
  expect(toWantedAction(actionSchema.parse(typed))).toEqual({ ...action, costPence });
});
