import { describe, expect, test } from "vitest";
import { keptInWords, keptSince, lengthInWords, retentionSchedule } from "./schedule.ts";

const at = (instant: string) => new Date(instant);

describe("the schedule", () => {
  test.each([
    ["email-codes", "kept 1 day after they expire", "deleted"],
    ["challenges", "kept 1 day after they expire", "deleted"],
    ["sessions", "kept 30 days after they end", "deleted"],
    ["allowances", "not kept after their window", "deleted"],
    ["message-texts", "kept 7 days after they are sent, stopped or given up", "erased"],
    ["messages", "kept 90 days after they are sent, stopped or given up", "deleted"],
    ["dead-messages", "kept 90 days after they are written", "deleted"],
    ["invitation-addresses", "not kept after they are accepted, withdrawn or expire", "erased"],
    ["invitations", "kept 1 year after they are accepted, withdrawn or expire", "deleted"],
    [
      "concern-words",
      "not kept after the day set for them: 90 days unread or rejected, 7 days with another service, a year closed",
      "erased",
    ],
    ["diversions", "kept 2 years after the other service has it", "deleted"],
    ["concern-raisers", "kept 1 year after the concern is closed", "erased"],
    ["waiting-accounts", "kept 90 days after they are last seen", "erased"],
    ["absent-residents", "kept 2 years after they are last seen", "erased"],
    ["closed-accounts", "kept 30 days after they are closed", "erased"],
    ["ballots", "kept 2 years after the count is certified", "deleted"],
    ["diverted-texts", "kept 7 days after somebody there says that they have them", "erased"],
    ["thread-words", "kept 1 year after the message is closed", "erased"],
    ["urgent-messages", "kept 7 days after the contact centre says that it has them", "erased"],
    ["message-hand-offs", "kept 2 years after the contact centre has it", "deleted"],
    ["staff-notices", "kept 90 days after they are written", "deleted"],
    ["page-report-words", "kept 1 year after they are sent", "erased"],
    ["abstraction-entries", "kept 2 years after what they are about ends", "deleted"],
    ["abstraction-requests", "kept 2 years after what was asked for ends", "deleted"],
    ["duties", "kept 2 years after they end", "deleted"],
    ["roster-rows", "kept 2 years after the import begins", "deleted"],
    ["rosters", "kept 6 years after the import begins", "deleted"],
    ["abstraction-figures", "kept 6 years after the month ends", "deleted"],
    ["abstraction-published", "kept 6 years after they are published", "deleted"],
    ["tasking-meetings", "kept 6 years after they end", "deleted"],
    ["tasking-actions", "kept 6 years after they are closed", "deleted"],
    ["agreements", "kept 6 years after they end", "deleted"],
    ["impact-assessments", "kept 6 years after they are closed", "deleted"],
    ["people", "not kept after the last edition that names them goes", "deleted"],
    ["audit", "kept 6 years after they are written", "sealed"],
  ])("%s: %s, then %s", (id, keep, then) => {
    const rule = retentionSchedule.find((rule) => rule.id === id);
    expect(rule && { keep: keptInWords(rule), then: rule.then }).toEqual({ keep, then });
  });

  test("holds each rule once", () => {
    expect(new Set(retentionSchedule.map(({ id }) => id)).size).toBe(retentionSchedule.length);
    expect(retentionSchedule).toHaveLength(37);
  });
});

describe("kept since", () => {
  test.each([
    [{ days: 0 }, "2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z"],
    [{ days: 7 }, "2026-03-02T09:00:00Z", "2026-02-23T09:00:00Z"],
    // Whole days of 24 hours: the clock change in between moves nothing.
    [{ days: 30 }, "2026-04-15T09:00:00Z", "2026-03-16T09:00:00Z"],
    [{ years: 1 }, "2026-03-02T09:00:00Z", "2025-03-02T09:00:00Z"],
    [{ years: 6 }, "2028-02-29T00:00:00Z", "2022-03-01T00:00:00Z"],
    [{ years: 4 }, "2028-02-29T00:00:00Z", "2024-02-29T00:00:00Z"],
  ])("%o before %s is %s", (keep, now, since) => {
    expect(keptSince({ keep }, at(now))).toEqual(at(since));
  });
});

test.each([
  [{ days: 1 }, "1 day"],
  [{ days: 30 }, "30 days"],
  [{ years: 1 }, "1 year"],
  [{ years: 6 }, "6 years"],
])("%o is %s", (keep, words) => {
  expect(lengthInWords({ keep })).toBe(words);
});
