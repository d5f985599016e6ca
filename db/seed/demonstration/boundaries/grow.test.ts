import type { Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";

import { countyOutline } from "../county-outline.ts";
import { buildNeighbourhoods } from "../neighbourhoods.ts";

interface Segment {
  readonly from: Position;
  readonly to: Position;
}

const neighbourhoods = buildNeighbourhoods();
const polygons = neighbourhoods.map(({ geometry }) => geometry);

const key = (from: Position, to: Position) => `${from.join()} ${to.join()}`;

const segmentsOf = ({ coordinates }: Polygon): Segment[] =>
  coordinates.flatMap((ring) => ring.slice(1).map((to, at) => ({ from: ring[at] ?? to, to })));

const ringArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

const turn = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position) =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** Whether two segments cross or touch other than by sharing an end. */
const clash = (a: Segment, b: Segment): boolean => {
  const ends = new Set([a.from, a.to, b.from, b.to].map(String));
  if (ends.size < 4) return false;
  return (
    turn(a.from, a.to, b.from) !== turn(a.from, a.to, b.to) &&
    turn(b.from, b.to, a.from) !== turn(b.from, b.to, a.to)
  );
};

const segments = polygons.flatMap(segmentsOf);
const keys = new Set(segments.map(({ from, to }) => key(from, to)));
const outer = segments.filter(({ from, to }) => !keys.has(key(to, from)));

const followOuter = (): Position[] => {
  const next = new Map(outer.map(({ from, to }) => [from.join(), to]));
  const ring: Position[] = [];
  let at = outer[0]?.from;
  while (at !== undefined && next.has(at.join())) {
    ring.push(at);
    const to = next.get(at.join());
    next.delete(at.join());
    at = to;
  }
  return ring;
};

describe("growBoundaries", () => {
  it("gives every neighbourhood one closed ring of at least 8 corners, outer ring anticlockwise", () => {
    for (const { coordinates } of polygons) {
      for (const ring of coordinates) {
        expect(ring[0]).toEqual(ring[ring.length - 1]);
        expect(ring.length).toBeGreaterThan(8);
        expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
      }
      expect(ringArea(coordinates[0] ?? [])).toBeGreaterThan(0);
    }
  });

  it("is drawn with 2,000 to 6,000 corners in all", () => {
    expect(segments.length).toBeGreaterThan(2000);
    expect(segments.length).toBeLessThan(6000);
  });

  it("runs along every side at most once in each direction", () => {
    expect(keys.size).toBe(segments.length);
  });

  it("has no two sides that cross or touch but at a shared corner", () => {
    const byWest = segments
      .filter(({ from, to }) => !keys.has(key(to, from)) || key(from, to) < key(to, from))
      .map((segment) => ({
        segment,
        west: Math.min(segment.from[0] ?? 0, segment.to[0] ?? 0),
        east: Math.max(segment.from[0] ?? 0, segment.to[0] ?? 0),
      }))
      .sort((a, b) => a.west - b.west);
    const clashes: string[] = [];
    byWest.forEach(({ segment, east }, at) => {
      for (let other = at + 1; (byWest[other]?.west ?? Infinity) <= east; other += 1) {
        const against = byWest[other]?.segment;
        if (against && clash(segment, against)) clashes.push(key(segment.from, segment.to));
      }
    });
    expect(clashes).toEqual([]);
  });

  it("tiles the county: the sides nobody shares make one ring that encloses the sum of the areas", () => {
    const ring = followOuter();
    expect(ring).toHaveLength(outer.length);
    const total = polygons.reduce(
      (sum, { coordinates }) => sum + coordinates.reduce((own, each) => own + ringArea(each.slice(0, -1)), 0),
      0,
    );
    expect(total / ringArea(ring)).toBeCloseTo(1, 6);
  });

  it("keeps the size of the outline typed by hand", () => {
    const typed = ringArea(countyOutline.map(([lng, lat]) => [lng, lat]));
    expect(Math.abs(ringArea(followOuter()) / Math.abs(typed) - 1)).toBeLessThan(0.02);
  });
});
