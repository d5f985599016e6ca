import { existsSync, readFileSync } from "node:fs";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceToSegmentMetres, metresPerDegree } from "./distance.ts";
import { bboxOf } from "./bbox.ts";
import { parseAreaCollection } from "./geojson.ts";
import { eachEdge, ringsOf } from "./rings.ts";
import type { LngLat, Polygonal } from "./types.ts";
import { createAreaIndex } from "./which-area.ts";

const square = (west: number, south: number, side: number): LngLat[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const polygon = (...rings: LngLat[][]): { geometry: Polygonal } => ({
  geometry: { type: "Polygon", coordinates: rings.map((ring) => ring.map(([lng, lat]) => [lng, lat])) },
});

describe("find", () => {
  const index = createAreaIndex([
    polygon(square(0, 0, 10), square(4, 4, 2)),
    polygon(square(10, 0, 10)),
    polygon(square(4, 4, 2)),
    {
      geometry: {
        type: "MultiPolygon",
        coordinates: [polygon(square(30, 0, 1)), polygon(square(40, 0, 1))].flatMap(({ geometry }) => [
          geometry.type === "Polygon" ? geometry.coordinates : [],
        ]),
      },
    },
    polygon(square(0, 20, 5)),
    polygon(square(2, 22, 5)),
    polygon([
      [0, 40],
      [4, 40],
      [3, 43],
      [0, 40],
    ]),
  ]);

  test.each<[string, LngLat, number, number[]]>([
    ["inside the first", [1, 1], 0, [0]],
    ["inside the second", [15, 5], 1, [1]],
    ["in the hole, which another area fills", [5, 5], 2, [2]],
    ["on a shared border: the first listed", [10, 5], 0, [0, 1]],
    ["on a shared corner: the first listed", [10, 0], 0, [0, 1]],
    ["on the edge of the hole", [4, 5], 0, [0, 2]],
    ["on a vertex of the hole", [6, 6], 0, [0, 2]],
    ["on the southern edge", [3, 0], 0, [0]],
    ["on the northern edge", [13, 10], 1, [1]],
    ["one part of several", [30.5, 0.5], 3, [3]],
    ["another part", [40.5, 0.5], 3, [3]],
    ["between the parts", [35, 0.5], -1, []],
    ["beside a vertex at its latitude", [25, 10], -1, []],
    ["where two overlap: the first listed", [3, 23], 4, [4, 5]],
    ["level with a peak, above the slope to it", [2, 43], -1, []],
    ["on a peak", [3, 43], 6, [6]],
    ["outside all", [-1, 5], -1, []],
    ["not a number", [NaN, 5], -1, []],
    ["endless", [Infinity, -Infinity], -1, []],
  ])("%s", (_, [lng, lat], first, all) => {
    expect(index.find(lng, lat)).toBe(first);
    expect(index.findAll(lng, lat)).toEqual(all);
  });

  test("of no areas", () => {
    const none = createAreaIndex([]);
    expect(none.find(0, 0)).toBe(-1);
    expect(none.near(0, 0, 1000)).toEqual([]);
    expect(none.nearest(0, 0, 1000)).toBeNull();
  });
});

describe("distance to borders", () => {
  const metre = 1 / metresPerDegree;
  const index = createAreaIndex([polygon(square(0, 0, 0.01)), polygon(square(0.01, 0, 0.01))]);

  test("near names both sides of a border, nearest first, and nobody beyond", () => {
    const near = index.near(0.01 - 100 * metre, 0.005, 150);
    expect(near.map(({ area }) => area)).toEqual([0, 1]);
    for (const { distanceMetres } of near) expect(distanceMetres).toBeCloseTo(100, 3);
    expect(index.near(0.01 - 100 * metre, 0.005, 99)).toEqual([]);
  });

  test("from outside, the nearer area is first", () => {
    const near = index.near(-50 * metre, 0.005, 2000);
    expect(near.map(({ area, distanceMetres }) => [area, Math.round(distanceMetres)])).toEqual([
      [0, 50],
      [1, 1162],
    ]);
  });

  test.each<[string, LngLat, number, ReturnType<typeof index.nearest>]>([
    ["inside is 0 m", [0.015, 0.005], 10, { area: 1, distanceMetres: 0 }],
    ["outside and in reach", [0.02 + 30 * metre, 0.005], 40, { area: 1, distanceMetres: 30 }],
    [
      "outside and in reach of a wide search only",
      [-5000 * metre, 0.005],
      6000,
      { area: 0, distanceMetres: 5000 },
    ],
    ["out of reach", [0.02 + 30 * metre, 0.005], 20, null],
    ["not a number", [NaN, 0.005], 20, null],
  ])("nearest: %s", (_, [lng, lat], within, expected) => {
    const nearest = index.nearest(lng, lat, within);
    expect(nearest && { ...nearest, distanceMetres: Math.round(nearest.distanceMetres) }).toEqual(expected);
  });

  test("to a border of one area, from inside and outside", () => {
    expect(index.borderDistanceMetres(0, 0.005, 0.005)).toBeCloseTo(0.005 * metresPerDegree, 3);
    expect(index.borderDistanceMetres(1, 0.005, 0.005)).toBeCloseTo(0.005 * metresPerDegree, 3);
    expect(index.borderDistanceMetres(9, 0, 0)).toBe(Infinity);
  });
});

/** A star-shaped ring, so that it never crosses itself: a radius for each of some equal angles. */
const ringAround = (radii: readonly number[], scale: number): LngLat[] => {
  const ring = radii.map((radius, at): LngLat => {
    const angle = (at / radii.length) * 2 * Math.PI;
    return [Math.cos(angle) * radius * scale, Math.sin(angle) * radius * scale];
  });
  return [...ring, ...ring.slice(0, 1)];
};
const radii = fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 });
const coordinate = fc.double({ min: -1.1, max: 1.1, noNaN: true });

test("agrees with turf on random polygons with holes, on vertices too", () => {
  fc.assert(
    fc.property(
      radii,
      radii,
      fc.array(fc.tuple(coordinate, coordinate), { maxLength: 30 }),
      (outer, hole, points) => {
        const area = polygon(ringAround(outer, 1), ringAround(hole, 0.2));
        const index = createAreaIndex([area]);
        for (const [lng, lat] of [...points, ...ringAround(outer, 1), ...ringAround(hole, 0.2)]) {
          expect(index.find(lng, lat) === 0).toBe(booleanPointInPolygon([lng, lat], area.geometry));
        }
      },
    ),
    { numRuns: 300 },
  );
});

const real = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";

describe.skipIf(!existsSync(real))("the 95 real polygons (skipped without the open data)", () => {
  const read = () => {
    const parsed = parseAreaCollection(JSON.parse(readFileSync(real, "utf8")));
    if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
    return parsed.collection.features;
  };

  test("find agrees with turf, near with measuring every border", () => {
    const features = read();
    const index = createAreaIndex(features);
    const [west, south, east, north] = bboxOf(...features.map(({ geometry }) => geometry));
    for (let step = 0; step < 600; step++) {
      // The plastic number spreads points evenly, and the same each time.
      const lng = west + ((step * 0.7548776662466927) % 1) * (east - west);
      const lat = south + ((step * 0.5698402909980532) % 1) * (north - south);
      expect(index.find(lng, lat)).toBe(
        features.findIndex(({ geometry }) => booleanPointInPolygon([lng, lat], geometry)),
      );
      if (step >= 150) continue;
      const measured = features
        .map(({ geometry }, area) => {
          let distanceMetres = Infinity;
          for (const ring of ringsOf(geometry)) {
            eachEdge(ring, (x1, y1, x2, y2) => {
              distanceMetres = Math.min(
                distanceMetres,
                distanceToSegmentMetres([lng, lat], [x1, y1], [x2, y2]),
              );
            });
          }
          return { area, distanceMetres };
        })
        .filter(({ distanceMetres }) => distanceMetres <= 500)
        .sort((a, b) => a.distanceMetres - b.distanceMetres || a.area - b.area);
      expect(index.near(lng, lat, 500)).toEqual(measured);
    }
  });

  test("a vertex that areas share belongs to the first of them listed", () => {
    const features = read();
    const index = createAreaIndex(features);
    for (const [area, { geometry }] of features.entries()) {
      for (const [lng = NaN, lat = NaN] of ringsOf(geometry).flat()) {
        expect(index.find(lng, lat)).toBeLessThanOrEqual(area);
        expect(index.findAll(lng, lat)).toContain(area);
      }
    }
  });
});
