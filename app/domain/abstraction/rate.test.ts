import { describe, expect, test } from "vitest";
import { bandOf, completenessOf, deliveredOf, isProvisional, rateOf } from "./rate.ts";

const forceOfTwoYears = 10 ** 14;

test.each([
  [120, 480, 250, "25.0%, over target", true],
  [0, 480, 0, "0.0%", false],
  [98, 1_000, 98, "9.8%", false],
  [1_200, 12_000, 100, "10.0%", false],
  [1_201, 12_000, 100, "10.01%, over target", true],
  [1_004, 10_000, 100, "10.04%, over target", true],
  [10_005, 100_000, 100, "10.01%, over target", true],
  [100_004, 1_000_000, 100, "10.0004%, over target", true],
  [1_005, 10_000, 101, "10.1%, over target", true],
  [9_949, 100_000, 99, "9.9%", false],
  [9_950, 100_000, 100, "10.0%", false],
  [480, 480, 1_000, "100.0%, over target", true],
  [1, 3, 333, "33.3%, over target", true],
  [forceOfTwoYears / 10, forceOfTwoYears, 100, "10.0%", false],
  [forceOfTwoYears / 10 + 1, forceOfTwoYears, 100, "just over 10%, over target", true],
])("%d of %d is %d tenths: %s", (abstracted, duty, tenths, words, isBreach) => {
  expect(rateOf({ duty, abstracted })).toEqual({ isBreach, tenths, words });
});

test("no duty is no rate, not nought", () => {
  expect(rateOf({ duty: 0, abstracted: 0 })).toBeNull();
  expect(bandOf({ duty: 0, abstracted: 0 })).toBeNull();
});

describe("completeness", () => {
  test.each([
    [95, 100, "95.0%", false],
    [94_999, 100_000, "94.9%", true],
    [9_999, 10_000, "99.9%", false],
    [100, 100, "100.0%", false],
    [0, 40, "0.0%", true],
  ])("%d of %d is %s", (confirmed, duties, words, provisional) => {
    expect(completenessOf(confirmed, duties)).toMatchObject({ words, isProvisional: provisional });
    expect(isProvisional(confirmed, duties)).toBe(provisional);
  });

  test("of no duties there is no figure", () => {
    expect(completenessOf(0, 0)).toBeNull();
    expect(isProvisional(0, 0)).toBe(false);
  });
});

test("delivered is what is left of duty, of what is established", () => {
  expect(deliveredOf({ duty: 900, abstracted: 90, established: 1_000 })).toEqual({
    tenths: 810,
    words: "81.0%",
  });
  expect(deliveredOf({ duty: 1_100, abstracted: 0, established: 1_000 })?.words).toBe("110.0%");
  expect(deliveredOf({ duty: 0, abstracted: 0, established: 1_000 })?.words).toBe("0.0%");
  expect(deliveredOf({ duty: 60, abstracted: 0, established: 0 })).toBeNull();
});

test.each([
  [0, "5% or less"],
  [500, "5% or less"],
  [501, "over 5% to 10%"],
  [1_000, "over 5% to 10%"],
  [1_001, "over 10% to 15%"],
  [1_500, "over 10% to 15%"],
  [1_501, "over 15%"],
  [10_000, "over 15%"],
])("%d of 10,000 is published as %s", (abstracted, band) => {
  expect(bandOf({ duty: 10_000, abstracted })).toBe(band);
});
