import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#app/domain/team/day.ts";
import { cycleStages, timedStages, type TimedStage } from "./stages.ts";
import {
  defaultCycleSettings,
  extraDaysOf,
  isOpenOn,
  nextCycleStart,
  stageOn,
  timetableOf,
  type StageChange,
  type Timetable,
} from "./timetable.ts";

const start = "2026-01-05";
const dayNumber = (day: string) => daysBetween(start, day) + 1;
const numbers = (timetable: Timetable) =>
  timedStages.map((stage) => [dayNumber(timetable[stage].firstDay), dayNumber(timetable[stage].lastDay)]);
const change = (stage: TimedStage, extraDays: number): StageChange => ({ stage, extraDays, reason: "Snow" });
const days = (first: number, last: number) => ({
  firstDay: addDays(start, first - 1),
  lastDay: addDays(start, last - 1),
});

describe("the days of a cycle", () => {
  test.each<[string, StageChange[], { firstDay: string; lastDay: string }[], [number, number][]]>([
    [
      "as they are unless a force sets others",
      [],
      [],
      [
        [1, 28],
        [29, 35],
        [36, 39],
        [40, 56],
        [57, 63],
        [64, 84],
        [85, 91],
      ],
    ],
    [
      "the vote extended twice",
      [change("voting", 3), change("voting", 4)],
      [],
      [
        [1, 28],
        [29, 35],
        [36, 39],
        [40, 63],
        [64, 70],
        [71, 91],
        [92, 98],
      ],
    ],
    [
      "a pause on the day the vote would open",
      [],
      [days(38, 45)],
      [
        [1, 28],
        [29, 35],
        [36, 39],
        [46, 62],
        [63, 69],
        [70, 90],
        [91, 97],
      ],
    ],
    [
      "a pause while the vote is open holds the panel back",
      [],
      [days(50, 60)],
      [
        [1, 28],
        [29, 35],
        [36, 39],
        [40, 56],
        [61, 67],
        [68, 88],
        [89, 95],
      ],
    ],
    [
      "a pause while residents raise holds nothing back",
      [],
      [days(1, 39)],
      [
        [1, 28],
        [29, 35],
        [36, 39],
        [40, 56],
        [57, 63],
        [64, 84],
        [85, 91],
      ],
    ],
    [
      "two pauses one after the other",
      [],
      [days(44, 50), days(40, 43)],
      [
        [1, 28],
        [29, 35],
        [36, 39],
        [51, 67],
        [68, 74],
        [75, 95],
        [96, 102],
      ],
    ],
  ])("%s", (_, changes, pauses, expected) => {
    expect(numbers(timetableOf(start, defaultCycleSettings, changes, pauses))).toEqual(expected);
  });
});

const waiting = timetableOf(start, defaultCycleSettings, [], [days(50, 60)]);

test.each([
  [0, "planned"],
  [1, "raising"],
  [28, "raising"],
  [29, "research"],
  [56, "voting"],
  [57, "voting"],
  [60, "voting"],
  [61, "panel"],
  [95, "reviewing"],
  [96, "closed"],
])("on day %i the calendar has reached %s", (day, stage) => {
  expect(stageOn(waiting, addDays(start, day - 1))).toBe(stage);
});

test("in a wait the vote is the stage reached, and closed", () => {
  expect(isOpenOn(waiting, "voting", addDays(start, 55))).toBe(true);
  expect(isOpenOn(waiting, "voting", addDays(start, 56))).toBe(false);
});

test("the next cycle opens the day after this one really ends", () => {
  expect(nextCycleStart(timetableOf(start, defaultCycleSettings))).toBe("2026-04-06");
  expect(nextCycleStart(timetableOf(start, defaultCycleSettings, [change("live", 10)]))).toBe("2026-04-16");
  expect(nextCycleStart(waiting, "2026-02-01")).toBe("2026-02-02");
});

const anyChanges = fc.array(
  fc.tuple(fc.constantFrom(...timedStages), fc.integer({ min: 1, max: 28 })).map(([s, n]) => change(s, n)),
  { maxLength: 6 },
);
const anyPauses = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 60 })).map(([a, n]) => days(a, a + n)),
  { maxLength: 3 },
);

test("law: stages follow one another, last as long as they were given, and none votes or adopts into a pause", () => {
  fc.assert(
    fc.property(anyChanges, anyPauses, (changes, pauses) => {
      const timetable = timetableOf(start, defaultCycleSettings, changes, pauses);
      let before = addDays(start, -1);
      for (const stage of timedStages) {
        const { firstDay, lastDay } = timetable[stage];
        const length = defaultCycleSettings.days[stage] + extraDaysOf(stage, changes);
        expect(daysBetween(firstDay, lastDay) + 1).toBe(length);
        const wait = daysBetween(before, firstDay) - 1;
        if (stage === "voting" || stage === "panel") {
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(pauses.some((pause) => pause.firstDay <= firstDay && firstDay <= pause.lastDay)).toBe(false);
        } else expect(wait).toBe(0);
        before = lastDay;
      }
    }),
  );
});

test("law: the calendar only moves forward", () => {
  fc.assert(
    fc.property(anyChanges, anyPauses, fc.integer({ min: -5, max: 400 }), (changes, pauses, day) => {
      const timetable = timetableOf(start, defaultCycleSettings, changes, pauses);
      const reached = (n: number) => cycleStages.indexOf(stageOn(timetable, addDays(start, n)));
      expect(reached(day + 1) - reached(day)).toBeOneOf([0, 1]);
    }),
  );
});
