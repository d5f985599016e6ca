import { describe, expect, test } from "vitest";
import { closingLine, tallyOf } from "../support/tally.js";

const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((result) => ({ status: result, fullName: result })),
});

describe("what npm test counts", () => {
  test.each([
    ["all is well", [file("passed", "passed", "passed")], 0, "2 passed, 0 failed"],
    ["a failure", [file("failed", "passed", "failed")], 1, "1 passed, 1 failed"],
    ["skips are told", [file("passed", "passed", "skipped", "todo")], 0, "1 passed, 0 failed, 2 skipped"],
    ["a file that could not be read", [file("failed"), file("passed", "passed")], 1, "1 passed, 1 failed"],
    [
      "a hook that failed: its tests did not run",
      [file("failed", "skipped")],
      1,
      "0 passed, 1 failed, 1 skipped",
    ],
    ["an error outside any test", [file("passed", "passed")], 1, "1 passed, 1 failed"],
    ["no test at all", [], 0, "0 passed, 1 failed"],
    ["nothing but skips", [file("passed", "skipped")], 0, "0 passed, 1 failed, 1 skipped"],
  ])("%s", (_, testResults, exitCode, line) => {
    expect(closingLine(tallyOf({ testResults }, exitCode))).toBe(line);
  });

  test("a runner that left no report has failed", () => {
    expect(closingLine(tallyOf(null, 0))).toBe("0 passed, 1 failed");
  });
});
