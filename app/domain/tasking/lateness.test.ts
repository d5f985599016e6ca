import { describe, expect, test } from "vitest";
import { taskingDueInWords, taskingStandingOf } from "./lateness.ts";

const today = "2027-03-10";

describe("how an action stands to its day", () => {
  test.each([
    ["assigned", "2027-03-09", "late", "1 day late"],
    ["accepted", "2027-03-03", "late", "7 days late"],
    ["assigned", "2027-03-10", "unanswered", "Due today"],
    ["assigned", "2027-06-10", "unanswered", null],
    ["accepted", "2027-03-10", "due", "Due today"],
    ["in-progress", "2027-03-17", "due", "Due in 7 days"],
    ["in-progress", "2027-03-11", "due", "Due in 1 day"],
    ["accepted", "2027-03-18", "later", null],
    ["done", "2027-03-01", "closed", null],
    ["rejected", "2027-03-01", "closed", null],
    ["withdrawn", "2027-03-01", "closed", null],
  ] as const)("%s, due on %s: %s", (state, dueOn, standing, words) => {
    expect(taskingStandingOf({ state, dueOn }, today)).toBe(standing);
    expect(taskingDueInWords({ state, dueOn }, today)).toBe(words);
  });
});
