import Flatbush from "flatbush";
import { orient2d } from "robust-predicates";
import type { LngLat } from "./types.ts";

/** A straight edge, and which line (a ring, an arc) it is part of. */
export interface Segment {
  line: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Two segments that have more in common than an end of both: they cross, overlap, or one ends on the other. */
export interface Meeting {
  kind: "cross" | "overlap" | "touch";
  first: Segment;
  second: Segment;
  position: LngLat;
}

const isBetween = (value: number, one: number, other: number) =>
  value >= Math.min(one, other) && value <= Math.max(one, other);

/** The ends of `by` that lie on `segment`, given that they are on its line. */
const endsOn = (segment: Segment, by: Segment, ends: readonly [boolean, boolean]): LngLat[] => {
  const candidates: (LngLat | null)[] = [ends[0] ? [by.x1, by.y1] : null, ends[1] ? [by.x2, by.y2] : null];
  return candidates.filter(
    (end): end is LngLat =>
      end !== null && isBetween(end[0], segment.x1, segment.x2) && isBetween(end[1], segment.y1, segment.y2),
  );
};

const isEndOf = ({ x1, y1, x2, y2 }: Segment, [x, y]: LngLat) =>
  (x === x1 && y === y1) || (x === x2 && y === y2);

const side = (of: Segment, x: number, y: number) => Math.sign(orient2d(of.x1, of.y1, of.x2, of.y2, x, y));

/** How two segments meet other than in a common end; null when they do not. The decision is exact. */
export function meetingOf(first: Segment, second: Segment): Meeting | null {
  const startSide = side(first, second.x1, second.y1);
  const endSide = side(first, second.x2, second.y2);
  if (startSide * endSide > 0) return null;
  const firstStartSide = side(second, first.x1, first.y1);
  const firstEndSide = side(second, first.x2, first.y2);
  if (firstStartSide * firstEndSide > 0) return null;

  if (startSide * endSide < 0 && firstStartSide * firstEndSide < 0) {
    const from = Math.abs(orient2d(second.x1, second.y1, second.x2, second.y2, first.x1, first.y1));
    const to = Math.abs(orient2d(second.x1, second.y1, second.x2, second.y2, first.x2, first.y2));
    const along = from / (from + to);
    const position: LngLat = [
      first.x1 + along * (first.x2 - first.x1),
      first.y1 + along * (first.y2 - first.y1),
    ];
    return { kind: "cross", first, second, position };
  }
  const common = [
    ...endsOn(first, second, [startSide === 0, endSide === 0]),
    ...endsOn(second, first, [firstStartSide === 0, firstEndSide === 0]),
  ];
  const [position] = common;
  if (!position) return null;
  const distinct = common.some(([x, y]) => x !== position[0] || y !== position[1]);
  if (distinct) return { kind: "overlap", first, second, position };
  return isEndOf(first, position) && isEndOf(second, position)
    ? null
    : { kind: "touch", first, second, position };
}

/** The meetings between some segments, each pair once, at most as many as asked for. */
export function findMeetings(segments: readonly Segment[], atMost: number): Meeting[] {
  const meetings: Meeting[] = [];
  if (segments.length === 0) return meetings;
  const index = new Flatbush(segments.length);
  for (const { x1, y1, x2, y2 } of segments) {
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  for (const [at, first] of segments.entries()) {
    const { x1, y1, x2, y2 } = first;
    const beside = index.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    for (const other of beside) {
      const second = other > at ? segments[other] : undefined;
      const meeting = second && meetingOf(first, second);
      if (meeting) meetings.push(meeting);
      if (meetings.length >= atMost) return meetings;
    }
  }
  return meetings;
}
