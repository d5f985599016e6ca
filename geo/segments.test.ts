import fc from "fast-check";
import { expect, test } from "vitest";
import { findMeetings, meetingOf, type Segment } from "./segments.ts";

const segment = (x1: number, y1: number, x2: number, y2: number): Segment => ({ line: 0, x1, y1, x2, y2 });

test.each<[string, Segment, Segment, "cross" | "overlap" | "touch" | null, [number, number]?]>([
  ["crossing", segment(0, 0, 2, 2), segment(0, 2, 2, 0), "cross", [1, 1]],
  ["a common end", segment(0, 0, 1, 1), segment(1, 1, 2, 0), null],
  ["end to end in a line", segment(0, 0, 1, 1), segment(1, 1, 2, 2), null],
  ["one ends on the other", segment(0, 0, 2, 0), segment(1, 0, 1, 5), "touch", [1, 0]],
  ["the same", segment(0, 0, 2, 0), segment(0, 0, 2, 0), "overlap"],
  ["the same, reversed", segment(0, 0, 2, 0), segment(2, 0, 0, 0), "overlap"],
  ["doubling back", segment(0, 0, 2, 0), segment(2, 0, 1, 0), "overlap"],
  ["one inside the other", segment(0, 0, 3, 3), segment(1, 1, 2, 2), "overlap"],
  ["apart in a line", segment(0, 0, 1, 0), segment(2, 0, 3, 0), null],
  ["parallel", segment(0, 0, 1, 0), segment(0, 1, 1, 1), null],
  ["would meet if longer", segment(0, 0, 1, 1), segment(3, 0, 2, 1), null],
])("%s", (_, first, second, kind, position) => {
  const meeting = meetingOf(first, second);
  expect(meeting?.kind ?? null).toBe(kind);
  expect(meetingOf(second, first)?.kind ?? null).toBe(kind);
  if (position) expect(meeting?.position).toEqual(position);
});

test("findMeetings finds what comparing every pair finds, and stops when told", () => {
  const whole = fc.integer({ min: 0, max: 12 });
  const segments = fc.array(fc.tuple(whole, whole, whole, whole), { maxLength: 25 });
  fc.assert(
    fc.property(segments, (coordinates) => {
      const all = coordinates.map(([x1, y1, x2, y2]) => segment(x1, y1, x2, y2));
      const pairs = all.flatMap((first, at) =>
        all.slice(at + 1).filter((second) => meetingOf(first, second)),
      );
      expect(findMeetings(all, Infinity)).toHaveLength(pairs.length);
      expect(findMeetings(all, 3).length).toBe(Math.min(3, pairs.length));
    }),
  );
});
