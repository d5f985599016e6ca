import { existsSync, readFileSync } from "node:fs";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { expect, test } from "vitest";
import { centreOf } from "./centre.ts";
import { parseAreaCollection } from "./geojson.ts";
import type { Polygonal } from "./types.ts";

const box = (west: number, south: number, width: number, height: number) => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
  [west, south],
];
const horseshoe = [
  [0, 0],
  [3, 0],
  [3, 3],
  [2, 3],
  [2, 1],
  [1, 1],
  [1, 3],
  [0, 3],
  [0, 0],
];
const needle = [
  [-1.5, 53],
  [-1.4, 53.1],
  [-1.399_999_99, 53.1],
  [-1.5, 53],
];

test.each<[string, Polygonal]>([
  ["a box", { type: "Polygon", coordinates: [box(-1.5, 53, 0.1, 0.1)] }],
  ["a horseshoe, whose centroid is outside", { type: "Polygon", coordinates: [horseshoe] }],
  ["a ring round a hole", { type: "Polygon", coordinates: [box(0, 0, 4, 4), box(0.5, 0.5, 3, 3)] }],
  ["a needle a millimetre wide", { type: "Polygon", coordinates: [needle] }],
])("the centre of %s is inside", (_, geometry) => {
  expect(booleanPointInPolygon([...centreOf(geometry)], geometry)).toBe(true);
});

test("the largest part has the label", () => {
  const [lng] = centreOf({ type: "MultiPolygon", coordinates: [[box(0, 53, 0.1, 0.1)], [box(5, 53, 1, 1)]] });
  expect(lng).toBeCloseTo(5.5, 1);
});

test("a shape without an inside answers one of its positions", () => {
  expect(
    centreOf({
      type: "Polygon",
      coordinates: [
        [
          [1, 53],
          [2, 53],
          [1, 53],
          [1, 53],
        ],
      ],
    }),
  ).toEqual([1, 53]);
});

test("inside whatever the shape", () => {
  const radius = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(radius, { minLength: 3, maxLength: 30 }), (radii) => {
      const ring = radii.map((length, at) => {
        const angle = (at / radii.length) * 2 * Math.PI;
        return [Math.cos(angle) * length, 53 + Math.sin(angle) * length];
      });
      const geometry: Polygonal = { type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)]] };
      expect(booleanPointInPolygon([...centreOf(geometry)], geometry)).toBe(true);
    }),
  );
});

const real = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";

test.skipIf(!existsSync(real))("inside each of the 95 real polygons (skipped without the open data)", () => {
  const parsed = parseAreaCollection(JSON.parse(readFileSync(real, "utf8")));
  const features = parsed.ok ? parsed.collection.features : [];
  expect(features).toHaveLength(95);
  for (const { geometry } of features) {
    expect(booleanPointInPolygon([...centreOf(geometry)], geometry)).toBe(true);
  }
});
