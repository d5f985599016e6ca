import fc from "fast-check";
import { expect, test } from "vitest";
import { bboxAround, bboxContains, bboxesMeet, bboxOf } from "./bbox.ts";
import { distanceMetres } from "./distance.ts";
import type { BboxWsen, LngLat, Polygonal } from "./types.ts";

const triangle: Polygonal = {
  type: "Polygon",
  coordinates: [
    [
      [0, 1],
      [4, 2],
      [3, 5],
      [0, 1],
    ],
  ],
};
const twoParts: Polygonal = {
  type: "MultiPolygon",
  coordinates: [
    triangle.coordinates,
    [
      [
        [-2, 0],
        [-1, 0],
        [-1, 1],
        [-2, 0],
      ],
    ],
  ],
};

test.each<[string, Polygonal[], BboxWsen]>([
  ["a polygon", [triangle], [0, 1, 4, 5]],
  ["a multipolygon", [twoParts], [-2, 0, 4, 5]],
  ["several", [triangle, twoParts], [-2, 0, 4, 5]],
  ["nothing", [], [Infinity, Infinity, -Infinity, -Infinity]],
])("bboxOf %s", (_, geometries, bbox) => {
  expect(bboxOf(...geometries)).toEqual(bbox);
});

test.each<[LngLat, boolean]>([
  [[2, 3], true],
  [[0, 1], true],
  [[4.1, 3], false],
  [[2, 0.9], false],
  [[NaN, 3], false],
])("bboxContains %j: %s", (point, contains) => {
  expect(bboxContains([0, 1, 4, 5], point)).toBe(contains);
});

test.each<[BboxWsen, BboxWsen, boolean]>([
  [[0, 0, 2, 2], [1, 1, 3, 3], true],
  [[0, 0, 2, 2], [2, 2, 3, 3], true],
  [[0, 0, 2, 2], [2.1, 0, 3, 2], false],
  [[0, 0, 2, 2], [0, -2, 2, -1], false],
])("bboxesMeet %j %j: %s", (a, b, meet) => {
  expect(bboxesMeet(a, b)).toBe(meet);
  expect(bboxesMeet(b, a)).toBe(meet);
});

test("bboxAround reaches every point within the distance", () => {
  const lng = fc.double({ min: -8, max: 2, noNaN: true });
  const lat = fc.double({ min: 49, max: 61, noNaN: true });
  const offset = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(lng, lat, offset, offset, (x, y, dx, dy) => {
      const other: LngLat = [x + dx, y + dy];
      const metres = distanceMetres([x, y], other) * 1.000_01 + 0.001;
      expect(bboxContains(bboxAround([x, y], metres), other)).toBe(true);
    }),
  );
});
