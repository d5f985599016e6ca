import fc from "fast-check";
import { expect, test } from "vitest";
import { areaSquareMetres } from "./area.ts";
import { overlapOf } from "./overlap.ts";
import type { LngLat, Polygonal } from "./types.ts";

const polygon = (...rings: LngLat[][]): Polygonal => ({
  type: "Polygon",
  coordinates: rings.map((ring) => ring.map(([lng, lat]) => [lng, lat])),
});
const box = (west: number, south: number, width: number, height = width): LngLat[] => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
  [west, south],
];
const diamond: LngLat[] = [
  [0.05, 53],
  [0.1, 53.05],
  [0.05, 53.1],
  [0, 53.05],
  [0.05, 53],
];
const whole = polygon(box(0, 53, 0.1));

// Expected as the area of the shape that the two have in common.
test.each<[string, Polygonal, Polygonal, Polygonal | null]>([
  ["itself", whole, whole, whole],
  ["apart", whole, polygon(box(0.2, 53, 0.1)), null],
  ["side by side", whole, polygon(box(0.1, 53, 0.1)), null],
  ["corner to corner", whole, polygon(box(0.1, 53.1, 0.1)), null],
  ["a strip", whole, polygon(box(0.09, 53, 0.1)), polygon(box(0.09, 53, 0.01, 0.1))],
  ["one inside the other", whole, polygon(diamond), polygon(diamond)],
  ["in the hole", polygon(box(0, 53, 0.1), box(0.02, 53.02, 0.06)), polygon(box(0.02, 53.02, 0.06)), null],
  [
    "slopes that cross",
    polygon(diamond),
    polygon(box(0.05, 53, 0.05, 0.1)),
    polygon([
      [0.05, 53],
      [0.1, 53.05],
      [0.05, 53.1],
      [0.05, 53],
    ]),
  ],
  [
    "two triangles",
    polygon([
      [0, 53],
      [0.1, 53],
      [0, 53.1],
      [0, 53],
    ]),
    polygon([
      [0.1, 53],
      [0.1, 53.1],
      [0, 53],
      [0.1, 53],
    ]),
    polygon([
      [0, 53],
      [0.1, 53],
      [0.05, 53.05],
      [0, 53],
    ]),
  ],
])("%s", (_, first, second, common) => {
  const expected = common === null ? 0 : areaSquareMetres(common);
  for (const overlap of [overlapOf(first, second).squareMetres, overlapOf(second, first).squareMetres]) {
    expect(Math.abs(overlap - expected)).toBeLessThanOrEqual(1 + expected * 1e-4);
  }
});

test("boxes anywhere overlap by the box between them", () => {
  const side = fc.integer({ min: 1, max: 50 }).map((hundredths) => hundredths / 1000);
  const edge = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 1000);
  fc.assert(
    fc.property(edge, edge, side, edge, edge, side, (x1, y1, side1, x2, y2, side2) => {
      const [west, east] = [Math.max(x1, x2), Math.min(x1 + side1, x2 + side2)];
      const [south, north] = [Math.max(y1, y2), Math.min(y1 + side1, y2 + side2)];
      const common =
        west < east && south < north
          ? areaSquareMetres(polygon(box(west, 53 + south, east - west, north - south)))
          : 0;
      const overlap = overlapOf(
        polygon(box(x1, 53 + y1, side1)),
        polygon(box(x2, 53 + y2, side2)),
      ).squareMetres;
      expect(Math.abs(overlap - common)).toBeLessThanOrEqual(1 + common * 1e-4);
    }),
  );
});

test.each<[string, Polygonal, Polygonal, number]>([
  ["nothing in common", whole, polygon(box(0.1, 53, 0.1)), 0],
  ["a sliver seven metres wide and eleven kilometres long", whole, polygon(box(0.0999, 53, 0.1)), 6.7],
  ["a block of 111 m by 67 m", whole, polygon(box(0.099, 53.099, 0.1)), 57],
])("mean width: %s", (_, first, second, metres) => {
  expect(Math.abs(overlapOf(first, second).meanWidthMetres - metres)).toBeLessThan(0.5);
});
