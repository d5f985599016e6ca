import { expect, test } from "vitest";
import { shownJoint, shownWork } from "./shown-plan.server.ts";

const plan: Parameters<typeof shownWork>[0] = {
  stage: "response-live",
  standing: "running",
  begunOn: "2027-01-04",
  fields: {},
  pausedUntil: null,
  pausedReason: null,
  monitorOn: null,
  actions: [
    {
      number: 1,
      line: "Put up a sign",
      agency: null,
      state: "open",
      dueOn: "2027-03-01",
      doneAt: null,
      publicReason: null,
    },
  ],
  involvements: [],
  reports: [],
  measures: [],
};
const shown = (actions = plan.actions) => shownWork({ ...plan, actions }, "in-progress", "2027-02-10");

test("the sum counts what the list shows", () => {
  const { sum, actions } = shown();
  expect(sum).toBe("Of 1 thing, 1 is under way.");
  expect(actions.map(({ line, who }) => [line, who])).toEqual([["Put up a sign", "The police"]]);
  expect(shown([]).sum).toBeNull();
});

test("a joint line says whose it is and when it was done", () => {
  const line = { id: "a", agency: "A council", line: "mended the lights", doneOn: "2027-02-03" };
  expect(shownJoint([line])).toEqual([
    { id: "joint-a", words: "A council mended the lights, 3 February 2027" },
  ]);
});
