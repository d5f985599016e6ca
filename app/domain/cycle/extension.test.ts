import { describe, expect, test } from "vitest";
import { extensionLine, problemsOfExtension } from "./extension.ts";
import type { CycleStage } from "./stages.ts";
import { defaultCycleSettings, timetableOf, type StageChange } from "./timetable.ts";

const start = "2026-01-05";
const wanted: StageChange = { stage: "voting", extraDays: 7, reason: "The library was closed" };
const over = "Choose a stage that is not over";

describe("extending a stage", () => {
  test.each<[string, Partial<StageChange>, CycleStage, string, StageChange[], string[]]>([
    ["one to come", {}, "raising", "2026-01-10", [], []],
    ["the one that is open", {}, "voting", "2026-02-20", [], []],
    ["on its last day", {}, "voting", "2026-03-01", [], []],
    ["when it is over, and the panel waits", {}, "voting", "2026-03-02", [], [over]],
    ["when it was left out for want of candidates", {}, "panel", "2026-02-20", [], [over]],
    ["in a closed cycle", { stage: "reviewing" }, "closed", "2026-04-01", [], [over]],
    ["by the most", { extraDays: 28 }, "raising", "2026-01-10", [], []],
    [
      "by more",
      { extraDays: 29 },
      "raising",
      "2026-01-10",
      [],
      ["Days to add must be a whole number from 1 to 28"],
    ],
    [
      "by less than a day",
      { extraDays: 0 },
      "raising",
      "2026-01-10",
      [],
      ["Days to add must be a whole number from 1 to 28"],
    ],
    [
      "to shorten it",
      { extraDays: -3 },
      "raising",
      "2026-01-10",
      [],
      ["Days to add must be a whole number from 1 to 28"],
    ],
    [
      "by half a day",
      { extraDays: 1.5 },
      "raising",
      "2026-01-10",
      [],
      ["Days to add must be a whole number from 1 to 28"],
    ],
    ["up to the most together", {}, "raising", "2026-01-10", [{ ...wanted, extraDays: 21 }], []],
    [
      "over the most together",
      {},
      "raising",
      "2026-01-10",
      [{ ...wanted, extraDays: 22 }],
      ["Days to add must be a whole number from 1 to 6"],
    ],
    [
      "with none left",
      {},
      "raising",
      "2026-01-10",
      [{ ...wanted, extraDays: 28 }],
      ["This stage has been extended by 28 days already"],
    ],
    [
      "with another stage extended",
      {},
      "raising",
      "2026-01-10",
      [{ ...wanted, stage: "raising", extraDays: 28 }],
      [],
    ],
    [
      "without a reason",
      { reason: " " },
      "raising",
      "2026-01-10",
      [],
      ["Enter the reason, as residents will read it"],
    ],
  ])("%s", (_, change, stage, today, changes, messages) => {
    const cycle = { stage, timetable: timetableOf(start, defaultCycleSettings, changes), changes };
    const problems = problemsOfExtension({ ...wanted, ...change }, cycle, defaultCycleSettings, today);
    expect(problems.map(({ message }) => message)).toEqual(messages);
  });
});

test("what the page says", () => {
  expect(extensionLine(wanted, timetableOf(start, defaultCycleSettings, [wanted]))).toBe(
    "Vote: 7 more days, until 8 March 2026. The library was closed",
  );
});
