import { describe, expect, test } from "vitest";
import { cycleNowInWords, isVotingOpen, nextChoiceInWords, type CycleNow } from "./now-words.ts";
import type { CycleStage } from "./stages.ts";

const cycle: CycleNow = {
  number: 3,
  stage: "raising",
  startsOn: "2026-02-01",
  raisingEndsOn: "2026-02-28",
  shortlistingEndsOn: "2026-03-11",
  votingEndsOn: "2026-03-28",
  panelEndsOn: "2026-04-04",
  reviewingEndsOn: "2026-05-02",
};

test.each<[CycleStage, string, string]>([
  ["planned", "2026-01-20", "The next round of choosing priorities opens on Sunday 1 February."],
  ["raising", "2026-02-01", "What you raise by Saturday 28 February can be on this round’s ballot paper."],
  [
    "research",
    "2026-03-01",
    "The list to vote on is being drawn up, and is published by Wednesday 11 March.",
  ],
  [
    "shortlisting",
    "2026-03-10",
    "The list to vote on is being drawn up, and is published by Wednesday 11 March.",
  ],
  ["voting", "2026-03-28", "Voting is open until Saturday 28 March."],
  ["voting", "2026-03-29", "Voting closed on Saturday 28 March, and the ballots are being counted."],
  ["panel", "2026-03-30", "Voting is over. The neighbourhood panel decides by Saturday 4 April."],
  ["live", "2026-04-10", "The priorities of this round are chosen. The next round opens on Sunday 3 May."],
  [
    "reviewing",
    "2025-12-31",
    "The priorities of this round are chosen. The next round opens on Sunday 3 May 2026.",
  ],
])("a cycle in stage %s on %s", (stage, today, words) => {
  expect(cycleNowInWords({ ...cycle, stage }, today)).toBe(words);
});

test("without a cycle", () => {
  expect(cycleNowInWords(null, "2026-01-01")).toMatch(/No date has been set/);
});

describe("the next choice", () => {
  test.each<[CycleStage, string]>([
    ["raising", "Residents vote from Thursday 12 March to Saturday 28 March."],
    ["shortlisting", "Residents vote from Thursday 12 March to Saturday 28 March."],
    ["voting", "Voting is open until Saturday 28 March."],
    ["live", "The next round opens on Sunday 3 May."],
  ])("in stage %s", (stage, words) => {
    expect(nextChoiceInWords({ ...cycle, stage }, "2026-03-01")).toBe(words);
  });
});

test.each<[CycleStage, string, boolean]>([
  ["voting", "2026-03-28", true],
  ["voting", "2026-03-29", false],
  ["panel", "2026-03-20", false],
])("ballots in stage %s on %s: %s", (stage, today, isOpen) => {
  expect(isVotingOpen({ ...cycle, stage }, today)).toBe(isOpen);
});
