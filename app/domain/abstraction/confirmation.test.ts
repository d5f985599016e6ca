import { describe, expect, test } from "vitest";
import { confirmationWith, isInTime, lastDayToConfirm, lateBefore } from "./confirmation.ts";

const at = (instant: string) => new Date(instant);

describe("confirming a duty", () => {
  test.each([
    ["the minute it ends", "2026-11-16T16:00:00Z", "2026-11-16T16:00:00Z", true],
    ["on the seventh day after, late at night", "2026-11-16T16:00:00Z", "2026-11-23T23:59:00Z", true],
    ["on the eighth", "2026-11-16T16:00:00Z", "2026-11-24T00:00:00Z", false],
    // In summer the day in London ends an hour before that of UTC.
    ["on the seventh day in summer", "2026-07-01T15:00:00Z", "2026-07-08T22:59:00Z", true],
    ["past midnight in London, not in UTC", "2026-07-01T15:00:00Z", "2026-07-08T23:00:00Z", false],
    ["across the change of the clocks", "2026-10-24T21:00:00Z", "2026-10-31T23:59:00Z", true],
    ["of the night that the day begins with", "2026-11-16T00:00:00Z", "2026-11-23T23:59:00Z", true],
  ])("%s", (_, endsAt, now, expected) => {
    expect(isInTime(at(endsAt), at(now))).toBe(expected);
    // What is late and what is in time are one border.
    expect(at(endsAt) >= lateBefore(at(now))).toBe(expected);
  });

  test("is asked for by a day", () => {
    expect(lastDayToConfirm(at("2026-11-16T16:00:00Z"))).toBe("2026-11-23");
  });

  test.each([
    [0, "nil"],
    [1, "logged"],
    [3, "logged"],
  ])("with %i entries it is %s", (entries, expected) => {
    expect(confirmationWith(entries)).toBe(expected);
  });
});
