import { expect, test } from "vitest";
import { minutesInWords, timesInWords } from "./time-words.ts";

test.each([
  [0, "no time"],
  [1, "1 minute"],
  [45, "45 minutes"],
  [60, "1 hour"],
  [150, "2 hours 30 minutes"],
  [1500, "25 hours"],
])("%i minutes", (minutes, words) => {
  expect(minutesInWords(minutes)).toBe(words);
});

test.each([
  ["2026-11-24T08:00:00Z", "2026-11-24T16:00:00Z", "8am to 4pm"],
  ["2026-07-01T07:00:00Z", "2026-07-01T15:30:00Z", "8am to 4:30pm"],
  ["2026-11-24T22:00:00Z", "2026-11-25T07:00:00Z", "10pm to 7am the next day"],
  ["2026-11-24T16:00:00Z", "2026-11-25T00:00:00Z", "4pm to midnight"],
  ["2026-11-24T09:00:00Z", "2026-11-27T17:00:00Z", "9am to 5pm on 27 November 2026"],
  ["2026-11-24T00:00:00Z", "2026-11-26T00:00:00Z", "midnight to midnight on 26 November 2026"],
])("%s to %s", (from, to, words) => {
  expect(timesInWords({ startsAt: new Date(from), endsAt: new Date(to) })).toBe(words);
});
