import { expect, test } from "vitest";
import { cycleStages } from "#app/domain/cycle/stages.ts";
import { acceptsBatches, isDueForClock, isVoteOpen } from "./open.ts";

test.each([
  ["voting", "2026-03-01", true],
  ["voting", "2026-02-20", true],
  ["voting", "2026-03-02", false],
  ["shortlisting", "2026-03-01", false],
  ["panel", "2026-03-01", false],
] as const)("a cycle in %s is open for ballots on %s: %s", (stage, today, isOpen) => {
  expect(isVoteOpen({ stage, votingEndsOn: "2026-03-01" }, today)).toBe(isOpen);
});

test("batches are entered while residents vote and while the panel waits for the count", () => {
  expect(cycleStages.filter((stage) => acceptsBatches(stage, false))).toEqual(["voting", "panel"]);
  expect(cycleStages.filter((stage) => acceptsBatches(stage, true))).toEqual([]);
});

test.each([
  ["2026-03-02", false],
  ["2026-03-03", false],
  ["2026-03-04", true],
  ["2026-03-09", true],
])("a panel that opened on 2 March: the clock certifies on %s: %s", (today, isDue) => {
  expect(isDueForClock("2026-03-02", today)).toBe(isDue);
});
