import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#app/domain/team/day.ts";
import {
  addWorkingDays,
  bankHolidaysOf,
  isBankHoliday,
  isWorkingDay,
  nextWorkingDay,
} from "./bank-holidays.ts";

describe("England's bank holidays as they were published", () => {
  test.each([
    [2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"],
    [2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"],
    [2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27"],
    [2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"],
    [2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"],
    [2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"],
    [2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"],
    [2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
    [2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"],
    [2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
    [2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
    [2038, "01-01 04-23 04-26 05-03 05-31 08-30 12-27 12-28"],
  ])("%i", (year, days) => {
    expect(bankHolidaysOf(year)).toEqual(days.split(" ").map((day) => `${year}-${day}`));
  });
});

test.each([
  ["2020-05-04", false],
  ["2020-05-08", true],
  ["2022-05-30", false],
  ["2026-12-26", false],
  ["2026-12-28", true],
])("%s is a bank holiday: %s", (day, answer) => {
  expect(isBankHoliday(day)).toBe(answer);
});

test.each([
  ["2026-11-26", 2, "2026-11-30"],
  ["2026-11-28", 1, "2026-11-30"],
  ["2026-12-24", 1, "2026-12-29"],
  ["2026-12-29", -1, "2026-12-24"],
  ["2026-12-31", 1, "2027-01-04"],
  ["2026-11-28", 0, "2026-11-28"],
])("%s and %i working days is %s", (day, workingDays, expected) => {
  expect(addWorkingDays(day, workingDays)).toBe(expected);
});

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1990-01-01", days));
const fewDays = fc.integer({ min: 1, max: 40 });

describe("laws of working days", () => {
  test("every year has eight bank holidays or more, all on weekdays", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1980, max: 2200 }), (year) => {
        const days = bankHolidaysOf(year);
        expect(new Set(days).size).toBeGreaterThanOrEqual(8);
        for (const day of days) expect([0, 6]).not.toContain(new Date(day).getUTCDay());
      }),
    );
  });

  test("there are exactly n working days from a day to its n-th", () => {
    fc.assert(
      fc.property(anyDay, fewDays, (day, n) => {
        const last = addWorkingDays(day, n);
        const days = Array.from({ length: daysBetween(day, last) }, (_, index) => addDays(day, index + 1));
        expect(days.filter(isWorkingDay)).toHaveLength(n);
        expect(isWorkingDay(last)).toBe(true);
      }),
    );
  });

  test("steps add up, and lead back to a working day", () => {
    fc.assert(
      fc.property(anyDay, fewDays, fewDays, (day, a, b) => {
        const start = nextWorkingDay(day);
        expect(addWorkingDays(addWorkingDays(start, a), b)).toBe(addWorkingDays(start, a + b));
        expect(addWorkingDays(addWorkingDays(start, a), -a)).toBe(start);
      }),
    );
  });
});
