import { expect, test } from "vitest";
import { confirmBy, isConfirmedInTime } from "./confirmation.ts";

test.each([
  ["while it runs", "2026-11-24T16:00:00Z", "2026-11-24T10:00:00Z", true],
  ["on the seventh day after", "2026-11-24T16:00:00Z", "2026-12-01T23:59:00Z", true],
  ["on the eighth", "2026-11-24T16:00:00Z", "2026-12-02T00:00:00Z", false],
  [
    "by the day of London, not of UTC: ended before midnight",
    "2026-06-01T22:30:00Z",
    "2026-06-08T22:59:00Z",
    true,
  ],
  ["and a minute later", "2026-06-01T22:30:00Z", "2026-06-08T23:00:00Z", false],
  ["over the change of the clocks", "2026-10-22T15:00:00Z", "2026-10-29T23:59:00Z", true],
])("confirmed %s", (_, endsAt, at, expected) => {
  expect(isConfirmedInTime(new Date(endsAt), new Date(at))).toBe(expected);
});

test("the last day for it", () => {
  expect(confirmBy(new Date("2026-12-28T23:30:00Z"))).toBe("2027-01-04");
});
