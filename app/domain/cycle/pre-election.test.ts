import { expect, test } from "vitest";
import { isPreElection, pauseFor } from "./pre-election.ts";

const period = { firstDay: "2027-03-30", lastDay: "2027-05-06" };

test.each([
  ["2027-03-29", false],
  ["2027-03-30", true],
  ["2027-05-06", true],
  ["2027-05-07", false],
])("%s lies before an election: %s", (day, answer) => {
  expect(isPreElection(day, [period])).toBe(answer);
  expect(isPreElection(day, [])).toBe(false);
});

test.each([
  ["2027-01-01", period],
  ["2027-03-30", { ...period, firstDay: "2027-03-31" }],
  ["2027-05-05", { ...period, firstDay: "2027-05-06" }],
  ["2027-05-06", null],
])("decided on %s the pause is %j", (decidedOn, pause) => {
  expect(pauseFor(period, decidedOn)).toEqual(pause);
});
