import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { stepLine } from "./public-lines.ts";
import { cycleStages, type CycleStage } from "./stages.ts";
import { defaultCycleSettings, stageOn, timetableOf } from "./timetable.ts";
import { clockMoves, nextStep, reasonNotToEnd, stagesToRun } from "./transition.ts";

const start = "2026-01-05";
const timetable = timetableOf(start, defaultCycleSettings);
const day = (number: number) => addDays(start, number - 1);
const steps = (stage: CycleStage, today: string, shortlisted = 3) =>
  stagesToRun({ stage, timetable, shortlisted }, today).map(({ to, on }) => `${to} ${on}`);

describe("what the clock has to do", () => {
  test.each<[string, CycleStage, number, number, string[]]>([
    ["nothing before the first day", "planned", 0, 0, []],
    ["opens on the first day", "planned", 1, 0, ["raising 2026-01-05"]],
    ["nothing within a stage", "voting", 56, 3, []],
    ["never opens the panel while the vote is open", "voting", 40, 3, []],
    ["opens the panel when the vote has closed", "voting", 57, 3, ["panel 2026-03-02"]],
    ["opens the vote with one candidate", "shortlisting", 40, 1, ["voting 2026-02-13"]],
    ["opens the panel in place of a vote without candidates", "shortlisting", 40, 0, ["panel 2026-02-13"]],
    ["leaves that panel its own days", "panel", 63, 0, []],
    ["closes on the day after the last", "reviewing", 92, 3, ["closed 2026-04-06"]],
    ["nothing in a closed cycle", "closed", 500, 3, []],
    [
      "catches up after months, each step once",
      "research",
      300,
      2,
      [
        "shortlisting 2026-02-09",
        "voting 2026-02-13",
        "panel 2026-03-02",
        "live 2026-03-09",
        "reviewing 2026-03-30",
        "closed 2026-04-06",
      ],
    ],
  ])("%s", (_, stage, number, shortlisted, expected) => {
    expect(steps(stage, day(number), shortlisted)).toEqual(expected);
  });
});

test("law: asked every day or once at the end, the clock takes the same steps", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 130 }), fc.nat({ max: 2 }), (last, shortlisted) => {
      let stage: CycleStage = "planned";
      const daily = [];
      for (let number = 0; number <= last; number += 1) {
        const taken = stagesToRun({ stage, timetable, shortlisted }, day(number));
        daily.push(...taken);
        stage = taken.at(-1)?.to ?? stage;
      }
      expect(daily).toEqual(stagesToRun({ stage: "planned", timetable, shortlisted }, day(last)));
      if (shortlisted > 0) expect(stage).toBe(stageOn(timetable, day(last)));
    }),
  );
});

test("every stage but the last has one way on, whatever is on the shortlist", () => {
  for (const stage of cycleStages)
    for (const shortlisted of [0, 1])
      expect(nextStep({ stage, timetable, shortlisted }) === null).toBe(stage === "closed");
  for (const { from, to } of clockMoves)
    expect(cycleStages.indexOf(to)).toBeGreaterThan(cycleStages.indexOf(from));
});

test.each<[CycleStage, string, string | null]>([
  ["raising", "The neighbourhood was split", null],
  ["raising", " ", "Enter the reason, as residents will read it"],
  ["voting", "Merged", "Residents have begun to vote: this cycle ends when the panel has decided"],
  ["panel", "Merged", "Residents have begun to vote: this cycle ends when the panel has decided"],
  ["closed", "Merged", "This cycle is closed already"],
])("ending a cycle early in %s for %j: %s", (stage, reason, problem) => {
  expect(reasonNotToEnd(stage, reason)).toBe(problem);
});

test.each<[CycleStage, number, string]>([
  ["shortlisting", 3, "Voting opened on 13 February 2026 and closes on 1 March 2026."],
  ["voting", 3, "Voting closed on 1 March 2026. The panel decides by 8 March 2026."],
  [
    "shortlisting",
    0,
    "No concern was on the shortlist on 13 February 2026, so there is no vote. The panel meets by 8 March 2026.",
  ],
  ["reviewing", 3, "This round closed on 5 April 2026. The next one opens on 6 April 2026."],
])("what the page says after %s with %i candidates", (stage, shortlisted, line) => {
  const step = nextStep({ stage, timetable, shortlisted });
  expect(step === null ? null : stepLine(step, timetable)).toBe(line);
});
