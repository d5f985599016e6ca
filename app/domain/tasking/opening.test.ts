import { expect, test } from "vitest";
import type { TaskingMeetingState } from "./meeting.ts";
import { openingOf, type Opening } from "./opening.ts";

test.each<[TaskingMeetingState, string, Opening | null]>([
  // London is an hour ahead of universal time in June.
  ["called", "2026-06-01T22:59:00Z", "early"],
  ["called", "2026-06-01T23:00:00Z", "today"],
  ["called", "2026-06-03T09:00:00Z", "today"],
  ["open", "2026-06-01T09:00:00Z", null],
  ["finished", "2026-06-02T09:00:00Z", null],
  ["cancelled", "2026-06-01T09:00:00Z", null],
])("a meeting of 2 June that is %s, at %s", (state, now, opening) => {
  expect(openingOf({ state, startsAt: new Date("2026-06-02T09:00:00Z") }, new Date(now))).toBe(opening);
});
