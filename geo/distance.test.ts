import fc from "fast-check";
import { expect, test } from "vitest";
import {
  distanceMetres,
  distanceToSegmentMetres,
  metresPerDegree,
  metresPerDegreeOfLongitude,
} from "./distance.ts";
import type { LngLat } from "./types.ts";

const derby: LngLat = [-1.4757, 52.9219];
const buxton: LngLat = [-1.9107, 53.2591];

test.each<[string, LngLat, LngLat, number]>([
  ["nowhere", derby, derby, 0],
  ["a degree of latitude", [-1.5, 52], [-1.5, 53], 111_195],
  ["a degree of longitude at 60 degrees is half as long", [0, 60], [1, 60], 55_597],
  ["Derby to Buxton", derby, buxton, 47_410],
  ["half the world", [0, 0], [180, 0], 20_015_114],
])("distanceMetres: %s", (_, from, to, metres) => {
  expect(Math.abs(distanceMetres(from, to) - metres)).toBeLessThan(Math.max(10, metres * 0.001));
});

test.each<[string, LngLat, LngLat, LngLat, number]>([
  ["beside the middle", [0, 0.001], [-1, 0], [1, 0], 111.195],
  ["beyond the end: to the end itself", [0, 0.001], [0, 0.002], [1, 0.002], 111.195],
  ["on it", [0.5, 0], [0, 0], [1, 0], 0],
  ["a segment of no length", [0, 0.001], [0, 0], [0, 0], 111.195],
])("distanceToSegmentMetres: %s", (_, point, start, end, metres) => {
  expect(distanceToSegmentMetres(point, start, end)).toBeCloseTo(metres, 2);
});

test("a segment is never further than its ends, and agrees with the great circle near by", () => {
  const near = fc.tuple(
    fc.double({ min: -1.6, max: -1.5, noNaN: true }),
    fc.double({ min: 52.9, max: 53, noNaN: true }),
  );
  fc.assert(
    fc.property(near, near, near, (point, start, end) => {
      const toSegment = distanceToSegmentMetres(point, start, end);
      const toStart = distanceToSegmentMetres(point, start, start);
      expect(toSegment).toBeLessThanOrEqual(toStart + 1e-6);
      expect(Math.abs(toStart - distanceMetres(point, start))).toBeLessThan(0.001 * toStart + 0.01);
    }),
  );
});

test("a degree of longitude shrinks towards the pole", () => {
  expect(metresPerDegreeOfLongitude(0)).toBeCloseTo(metresPerDegree, 6);
  expect(metresPerDegreeOfLongitude(60)).toBeCloseTo(metresPerDegree / 2, 6);
});
