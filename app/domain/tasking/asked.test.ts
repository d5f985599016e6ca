import { expect, test } from "vitest";
import { askedByGroup, askedByPlan, partsOfAsked } from "./asked.ts";

const today = "2027-03-10";
const ofGroup = (number: number, more: Partial<Parameters<typeof askedByGroup>[0]> = {}) =>
  askedByGroup(
    {
      id: `g${number}`,
      code: "AV",
      number,
      task: "A task",
      dueOn: today,
      state: "accepted",
      version: 3,
      ...more,
    },
    today,
  );
const ofPlan = (id: string, dueOn: string) =>
  askedByPlan({ id, task: "A task", title: "Speeding", reference: "P-22222", dueOn, state: "open" }, today);

test("what is late stands first, then what waits for an answer, then the rest by day, of groups and plans alike", () => {
  const parts = partsOfAsked([
    ofGroup(1, { dueOn: "2027-05-01" }),
    ofGroup(2, { state: "assigned", dueOn: "2027-04-01" }),
    ofGroup(3, { state: "assigned", dueOn: "2027-03-01" }),
    ofPlan("p1", "2027-02-01"),
    ofPlan("p2", "2027-03-12"),
  ]);
  expect(parts.map(({ heading, asked }) => [heading, asked.map(({ id }) => id)])).toEqual([
    ["Late", ["p1", "g3"]],
    ["Waiting for your answer", ["g2"]],
    ["To do", ["p2", "g1"]],
  ]);
});

test("only what was not answered can be accepted, late or not", () => {
  expect(ofGroup(1, { state: "assigned", dueOn: "2027-03-01" }).version).toBe(3);
  expect(ofGroup(1).version).toBeNull();
  expect(ofPlan("p1", today).version).toBeNull();
});

test("nothing asked has no parts", () => {
  expect(partsOfAsked([])).toEqual([]);
});
