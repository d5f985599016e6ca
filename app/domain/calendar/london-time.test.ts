import { expect, test } from "vitest";
import { londonInstant, readTime } from "./london-time.ts";

test.each([
  ["6pm", 1_080],
  ["6 PM", 1_080],
  ["7:30pm", 1_170],
  ["7.30 pm", 1_170],
  ["18:00", 1_080],
  ["00:15", 15],
  ["12am", 0],
  ["12:30pm", 750],
  ["midday", 720],
  ["Noon", 720],
  ["midnight", 0],
  ["6", null],
  ["13pm", null],
  ["0am", null],
  ["24:00", null],
  ["6:60pm", null],
  ["", null],
  ["constructor", null],
  ["in the evening", null],
])("%j is %j minutes into the day", (typed, minutes) => {
  expect(readTime(typed)).toBe(minutes);
});

test.each([
  ["2026-03-03", 1_080, "2026-03-03T18:00:00.000Z"],
  ["2026-07-07", 1_080, "2026-07-07T17:00:00.000Z"],
  ["2026-07-07", 15, "2026-07-06T23:15:00.000Z"],
  // The day on which clocks go forward, and the one on which they go back.
  ["2026-03-29", 0, "2026-03-29T00:00:00.000Z"],
  ["2026-03-29", 90, "2026-03-29T01:30:00.000Z"],
  ["2026-03-29", 1_080, "2026-03-29T17:00:00.000Z"],
  ["2026-10-25", 1_080, "2026-10-25T18:00:00.000Z"],
])("%s at minute %i in London is %s", (day, minutes, instant) => {
  expect(londonInstant(day, minutes).toISOString()).toBe(instant);
});
