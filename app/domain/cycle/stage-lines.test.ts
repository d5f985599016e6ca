import { expect, test } from "vitest";
import { stageLinesOf, type CycleDays } from "./stage-lines.ts";

const cycle: CycleDays = {
  stage: "voting",
  startsOn: "2026-02-01",
  raisingEndsOn: "2026-02-28",
  researchEndsOn: "2026-03-07",
  shortlistingEndsOn: "2026-03-11",
  votingEndsOn: "2026-03-30",
  panelEndsOn: "2026-04-06",
  liveEndsOn: "2026-04-27",
  reviewingEndsOn: "2026-05-04",
};

test("stages follow one another, and an extension stands with its own", () => {
  const lines = stageLinesOf(cycle, [{ stage: "voting", extraDays: 2, reason: "Snow." }]);
  expect(lines.map(({ name, firstDay, lastDay, standing }) => [name, firstDay, lastDay, standing])).toEqual([
    ["Raise concerns", "2026-02-01", "2026-02-28", "over"],
    ["Research", "2026-03-01", "2026-03-07", "over"],
    ["Shortlist", "2026-03-08", "2026-03-11", "over"],
    ["Vote", "2026-03-12", "2026-03-30", "now"],
    ["Panel decides", "2026-03-31", "2026-04-06", "ahead"],
    ["Work under way", "2026-04-07", "2026-04-27", "ahead"],
    ["Review", "2026-04-28", "2026-05-04", "ahead"],
  ]);
  expect(lines.filter(({ extensions }) => extensions.length > 0).map(({ stage }) => stage)).toEqual([
    "voting",
  ]);
});

test.each([
  ["planned", "ahead"],
  ["closed", "over"],
] as const)("in a cycle that is %s every stage is %s", (stage, standing) => {
  expect(new Set(stageLinesOf({ ...cycle, stage }, []).map((line) => line.standing))).toEqual(
    new Set([standing]),
  );
});
