import { describe, expect, test } from "vitest";
import {
  activityMethods,
  activityMethodWords,
  activityPurposes,
  activityPurposeWords,
  approvalRefusals,
  evaluationRefusals,
  reachPercent,
  type EngagementFacts,
} from "./engagement.ts";

const whole: EngagementFacts = {
  state: "draft",
  audience: "People who use the recreation ground",
  underHeard: "Young people",
  underHeardWhy: "Nobody under 18 voted",
  activities: [
    { purpose: "ask", audience: "Parents at the gate", isCancelled: false },
    { purpose: "return", audience: "Everybody who was asked", isCancelled: false },
  ],
};
const [asking, returning] = whole.activities;

describe("approving an engagement plan", () => {
  test.each<[string, Partial<EngagementFacts>, string[]]>([
    ["with all there is", {}, []],
    ["without an audience", { audience: " " }, ["Say who is to be reached"]],
    [
      "without those who are heard too little",
      { underHeard: "" },
      ["Say which groups are heard too little here"],
    ],
    ["without how that is known", { underHeardWhy: "" }, ["Say how you know that they are heard too little"]],
    [
      "without coming back",
      { activities: asking ? [asking] : [] },
      ["Add an activity that comes back to people with the result"],
    ],
    [
      "with a return that was cancelled",
      { activities: asking && returning ? [asking, { ...returning, isCancelled: true }] : [] },
      ["Add an activity that comes back to people with the result"],
    ],
    [
      "with an activity for nobody",
      { activities: returning ? [{ ...returning, audience: "" }] : [] },
      ["Say who each activity is for"],
    ],
    ["twice", { state: "approved" }, ["This plan is “Approved” already"]],
  ])("%s", (_name, but, refusals) => {
    expect(approvalRefusals({ ...whole, ...but })).toEqual(refusals);
  });
});

describe("evaluating", () => {
  const done = { isCancelled: false, actualReach: 12, heard: "More lights", purpose: "ask" } as const;
  test.each([
    ["when all is written", "running", [done], 0],
    ["a draft", "draft", [done], 1],
    ["without a count", "running", [{ ...done, actualReach: null }], 1],
    ["without what was heard", "running", [{ ...done, heard: "" }], 1],
    [
      "a return, at which nothing need be heard",
      "running",
      [{ ...done, heard: "", purpose: "return" as const }],
      0,
    ],
    ["what was cancelled", "approved", [{ ...done, actualReach: null, isCancelled: true }], 0],
  ] as const)("%s", (_name, state, activities, refusals) => {
    expect(evaluationRefusals(state, activities)).toHaveLength(refusals);
  });

  test.each([
    [40, 30, 75],
    [40, 0, 0],
    [30, 45, 150],
    [0, 3, null],
    [null, 3, null],
    [40, null, null],
  ])("of %s meant to be reached, %s were: %s", (target, actual, percent) => {
    expect(reachPercent(target, actual)).toBe(percent);
  });
});

test("no two choices read the same", () => {
  expect(new Set(Object.values(activityPurposeWords)).size).toBe(activityPurposes.length);
  expect(new Set(Object.values(activityMethodWords)).size).toBe(activityMethods.length);
});
