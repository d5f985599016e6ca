import { expect, test } from "vitest";
import { lengthInWords, spanInWords } from "./span-words.ts";

const span = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) });

test.each([
  ["2026-11-24T14:00:00Z", "2026-11-24T16:30:00Z", "Tuesday 24 November, 2pm to 4:30pm"],
  ["2026-11-24T22:00:00Z", "2026-11-25T06:00:00Z", "Tuesday 24 November, 10pm to Wednesday 25 November, 6am"],
  ["2025-06-30T22:30:00Z", "2025-06-30T22:45:00Z", "Monday 30 June 2025, 11:30pm to 11:45pm"],
])("%s to %s is %s", (from, to, words) => {
  expect(spanInWords(span(from, to), "2026-11-24")).toBe(words);
});

test.each([
  ["2026-11-24T14:00:00Z", "2026-11-24T15:00:00Z", "1 hour"],
  ["2026-11-24T14:00:00Z", "2026-11-24T16:30:00Z", "2 hours 30 minutes"],
  ["2026-11-24T14:00:00Z", "2026-11-24T14:01:00Z", "1 minute"],
  // Over the change of the clocks: eight hours, not nine.
  ["2026-03-28T22:00:00Z", "2026-03-29T06:00:00Z", "8 hours"],
])("%s to %s lasts %s", (from, to, words) => {
  expect(lengthInWords(span(from, to))).toBe(words);
});
