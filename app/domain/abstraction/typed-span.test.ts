import { expect, test } from "vitest";
import { readSpan } from "./typed-span.ts";

test.each([
  ["2026-11-24", "14:00", "16:00", null, "2026-11-24T14:00:00Z", "2026-11-24T16:00:00Z"],
  ["2026-06-24", "2pm", "4pm", null, "2026-06-24T13:00:00Z", "2026-06-24T15:00:00Z"],
  ["2026-11-24", "22:00", "06:00", null, "2026-11-24T22:00:00Z", "2026-11-25T06:00:00Z"],
  ["2026-11-24", "8am", "8am", null, "2026-11-24T08:00:00Z", "2026-11-25T08:00:00Z"],
  ["2026-03-28", "23:00", "05:00", null, "2026-03-28T23:00:00Z", "2026-03-29T04:00:00Z"],
  ["2026-10-25", "00:30", "01:30", "before", "2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z"],
  ["2026-10-25", "00:30", "01:30", "after", "2026-10-24T23:30:00Z", "2026-10-25T01:30:00Z"],
  ["2026-10-24", "23:30", "01:30", "after", "2026-10-24T22:30:00Z", "2026-10-25T01:30:00Z"],
] as const)("%s %s to %s (%s)", (day, from, to, clocks, begins, ends) => {
  expect(readSpan({ day, from, to, clocks })).toEqual({
    ok: true,
    span: { from: new Date(begins), to: new Date(ends) },
  });
});

test.each([
  ["2026-11-24", "lunch", "16:00", ["from"]],
  ["2026-11-24", "", "", ["from", "to"]],
  ["2026-10-25", "00:30", "01:30", ["clocks"]],
  ["2026-10-25", "01:10", "01:30", ["clocks"]],
  ["2026-03-29", "01:30", "03:00", ["from"]],
  ["2026-03-28", "23:00", "01:30", ["to"]],
])("%s %s to %s is asked about at %j", (day, from, to, fields) => {
  const read = readSpan({ day, from, to, clocks: null });
  expect(read.ok ? [] : read.errors.map(({ field }) => field)).toEqual(fields);
});
