import { expect, test } from "vitest";
import { lastDayOf, lastPublishable, nextPublication, periodInWords, publishableOn } from "./publishing.ts";

test.each([
  ["month", "2026-05-01", "2026-07-01"],
  ["month", "2026-11-01", "2027-01-01"],
  ["month", "2026-12-01", "2027-02-01"],
  ["quarter", "2026-07-01", "2026-11-01"],
  ["quarter", "2026-10-01", "2027-02-01"],
] as const)("the %s of %s is published from %s", (period, startsOn, day) => {
  expect(publishableOn(period, startsOn)).toBe(day);
});

test.each([
  ["month", "2026-06-30", "2026-04-01"],
  ["month", "2026-07-01", "2026-05-01"],
  ["month", "2027-01-31", "2026-11-01"],
  ["quarter", "2026-10-31", "2026-04-01"],
  ["quarter", "2026-11-01", "2026-07-01"],
  ["quarter", "2026-12-31", "2026-07-01"],
  ["quarter", "2027-01-31", "2026-07-01"],
  ["quarter", "2027-02-01", "2026-10-01"],
] as const)("the last %s that may be published on %s is %s", (period, today, startsOn) => {
  expect(lastPublishable(period, today)).toBe(startsOn);
  expect(publishableOn(period, startsOn) <= today).toBe(true);
  expect(nextPublication(period, today) > today).toBe(true);
});

test("the next figure is the one after the last", () => {
  expect(nextPublication("quarter", "2026-11-26")).toBe("2027-02-01");
  expect(nextPublication("month", "2026-11-26")).toBe("2026-12-01");
});

test("a period in words, and its last day", () => {
  expect(periodInWords("quarter", "2026-07-01")).toBe("July to September 2026");
  expect(periodInWords("month", "2026-05-01")).toBe("May 2026");
  expect(lastDayOf("quarter", "2026-01-01")).toBe("2026-03-31");
  expect(lastDayOf("month", "2028-02-01")).toBe("2028-02-29");
});
