import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueAt, hourMs, hoursAfter, workingDeadline, type Pause } from "./clock.ts";

const hour = (hours: number) => hoursAfter(new Date("2026-11-02T09:00:00Z"), hours);
const pause = (from: number, until: number | null, reason = "Waiting for the council"): Pause => ({
  from: hour(from),
  until: until === null ? null : hour(until),
  reason,
});

test.each([
  ["2026-11-26T10:00:00Z", 2, "2026-12-01T00:00:00.000Z"],
  // In summer time the day ends an hour sooner by Greenwich.
  ["2026-07-15T10:00:00Z", 2, "2026-07-17T23:00:00.000Z"],
  // The clocks go forward on the Sunday between.
  ["2026-03-27T10:00:00Z", 1, "2026-03-30T23:00:00.000Z"],
  // Half past midnight in London is still the day before in Greenwich.
  ["2026-07-15T23:30:00Z", 1, "2026-07-17T23:00:00.000Z"],
  ["2026-12-24T10:00:00Z", 2, "2026-12-31T00:00:00.000Z"],
])("from %s, %i working days end at %s", (from, workingDays, deadline) => {
  expect(workingDeadline(new Date(from), workingDays).toISOString()).toBe(deadline);
});

describe("a clock of ten hours", () => {
  test.each<[string, Pause[], number, { due: number | null; leftHours: number; isLate?: boolean }]>([
    ["runs", [], 4, { due: 10, leftHours: 6 }],
    ["is not late at the last instant", [], 10, { due: 10, leftHours: 0 }],
    ["is late after it", [], 11, { due: 10, leftHours: -1, isLate: true }],
    ["stands still", [pause(3, null)], 20, { due: null, leftHours: 7 }],
    ["stands still up to a known end", [pause(3, 30)], 20, { due: null, leftHours: 7 }],
    ["runs again at the end of the pause", [pause(3, 20)], 20, { due: 27, leftHours: 7 }],
    ["ignores a pause without a reason", [pause(3, null, "  ")], 4, { due: 10, leftHours: 6 }],
    ["ignores a pause to come", [pause(6, 8)], 4, { due: 10, leftHours: 6 }],
    ["ignores a pause that ends before it begins", [pause(3, 2)], 4, { due: 10, leftHours: 6 }],
    ["counts an overlap once", [pause(2, 6), pause(4, 8)], 9, { due: 16, leftHours: 7 }],
    ["counts a pause within another once", [pause(2, 8), pause(3, 4)], 9, { due: 16, leftHours: 7 }],
    ["counts a pause from before its start in part", [pause(-5, 2)], 3, { due: 12, leftHours: 9 }],
    ["mends nothing late", [pause(12, null)], 20, { due: 10, leftHours: -10, isLate: true }],
    [
      "mends nothing by a pause that begins as it ends",
      [pause(10, null)],
      11,
      { due: 10, leftHours: -1, isLate: true },
    ],
  ])("%s", (_, pauses, now, { due, leftHours, isLate = false }) => {
    const reading = dueAt({ startedAt: hour(0), allowedMs: 10 * hourMs, pauses }, hour(now));
    expect(reading).toEqual({
      due: due === null ? null : hour(due),
      isPaused: due === null,
      leftMs: leftHours * hourMs,
      isLate,
    });
  });
});

const anyPause = fc
  .tuple(fc.integer({ min: -5, max: 40 }), fc.option(fc.integer({ min: 1, max: 20 })))
  .map(([from, length]) => pause(from, length === null ? null : from + length));
const pauses = fc.array(anyPause, { maxLength: 5 });
const allowed = fc.integer({ min: 1, max: 30 });
const moment = fc.integer({ min: 0, max: 60 });

describe("laws of the clock", () => {
  test("it has used the hours in which nothing held it", () => {
    fc.assert(
      fc.property(pauses, allowed, moment, (list, hours, now) => {
        let left = hours;
        for (let at = 0; at < now; at += 1) {
          const isHeld = list.some(
            ({ from, until }) => from <= hour(at) && (until === null || hour(at) < until),
          );
          if (!isHeld || left <= 0) left -= 1;
        }
        const reading = dueAt({ startedAt: hour(0), allowedMs: hours * hourMs, pauses: list }, hour(now));
        expect(reading.leftMs).toBe(left * hourMs);
        expect(reading.isLate).toBe(left < 0);
      }),
    );
  });

  test("the order of pauses, or one told twice, changes nothing", () => {
    fc.assert(
      fc.property(pauses, allowed, moment, (list, hours, now) => {
        const read = (all: Pause[]) =>
          dueAt({ startedAt: hour(0), allowedMs: hours * hourMs, pauses: all }, hour(now));
        expect(read([...list, ...list].reverse())).toEqual(read(list));
      }),
    );
  });
});
