import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { addDays } from "#app/domain/team/day.ts";
import { cycleSettingsOf } from "./cycle-settings.ts";
import { datesOf, retimed, timetableOfDates } from "./dates.ts";
import { heldDays, isPreElection, pausesOf, preElectionOn, type PreElectionPeriod } from "./pre-election.ts";
import { defaultCycleSettings, timetableOf } from "./timetable.ts";

const start = "2026-01-05";
const days = (first: number, last: number) => ({
  firstDay: addDays(start, first - 1),
  lastDay: addDays(start, last - 1),
});

test("the settings' defaults are the 91 days", () => {
  expect(cycleSettingsOf(defaultSettings)).toEqual(defaultCycleSettings);
});

const anyPauses = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 60 })).map(([a, n]) => days(a, a + n)),
  { maxLength: 3 },
);

test("law: stored dates stand for the timetable that they came from, and it keeps its lengths", () => {
  fc.assert(
    fc.property(anyPauses, anyPauses, (pauses, others) => {
      const timetable = timetableOf(start, defaultCycleSettings, [], pauses);
      expect(timetableOfDates(datesOf(timetable), pauses)).toEqual(timetable);
      expect(retimed(timetable, others)).toEqual(timetableOf(start, defaultCycleSettings, [], others));
    }),
  );
});

test("an extension moves what follows it", () => {
  const change = { stage: "voting", extraDays: 7, reason: "Snow" } as const;
  expect(retimed(timetableOf(start, defaultCycleSettings), [], [change])).toEqual(
    timetableOf(start, defaultCycleSettings, [change]),
  );
});

describe("a pre-election period", () => {
  const period: PreElectionPeriod = {
    startsOn: "2027-03-30",
    endsOn: "2027-05-06",
    pausesCycles: true,
    setOn: "2027-01-10",
    endedOn: null,
  };
  test.each<[string, Partial<PreElectionPeriod>, string | null, string | null]>([
    ["as planned", {}, "2027-03-30 2027-05-06", "2027-03-30 2027-05-06"],
    ["that pauses nothing", { pausesCycles: false }, "2027-03-30 2027-05-06", null],
    ["set after its beginning", { setOn: "2027-04-05" }, "2027-03-30 2027-05-06", "2027-04-06 2027-05-06"],
    ["ended sooner", { endedOn: "2027-04-20" }, "2027-03-30 2027-04-20", "2027-03-30 2027-04-20"],
    ["ended after its end", { endedOn: "2027-06-01" }, "2027-03-30 2027-05-06", "2027-03-30 2027-05-06"],
    ["ended before its beginning", { endedOn: "2027-02-01" }, null, null],
  ])("%s", (_, change, held, paused) => {
    const words = (spans: ReturnType<typeof pausesOf>) =>
      spans.map(({ firstDay, lastDay }) => `${firstDay} ${lastDay}`)[0] ?? null;
    expect(words(heldDays([{ ...period, ...change }]))).toBe(held);
    expect(words(pausesOf([{ ...period, ...change }]))).toBe(paused);
  });

  const earlier = { ...period, startsOn: "2027-03-01", endsOn: "2027-04-02", endedOn: null };
  test.each<[string, PreElectionPeriod[], string | null]>([
    ["2027-03-29", [period], null],
    ["2027-03-30", [period], "2027-05-06"],
    ["2027-05-06", [period], "2027-05-06"],
    ["2027-05-07", [period], null],
    // It was ended on 20 April: that whole day is still of it, and the next is not.
    ["2027-04-20", [{ ...period, endedOn: "2027-04-20" }], "2027-04-20"],
    ["2027-04-21", [{ ...period, endedOn: "2027-04-20" }], null],
    ["2027-04-20", [{ ...period, endedOn: "2027-02-01" }], null],
    ["2027-04-01", [earlier, period], "2027-05-06"],
    ["2027-04-01", [period, earlier], "2027-05-06"],
    ["2027-03-02", [period, earlier], "2027-04-02"],
    ["2027-03-02", [], null],
  ])("on %s of %j holds until %j, for everybody who asks", (day, periods, lastDay) => {
    expect(preElectionOn(day, periods)?.lastDay ?? null).toBe(lastDay);
    expect(isPreElection(day, heldDays(periods))).toBe(lastDay !== null);
  });
});
