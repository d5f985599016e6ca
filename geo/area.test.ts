import { expect, test } from "vitest";
import { areaSquareMetres } from "./area.ts";
import type { Polygonal } from "./types.ts";

const box = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const squareMetresPerSquareKilometre = 1e6;

test.each<[string, Polygonal, number]>([
  ["a hundredth of a degree at 60 N", { type: "Polygon", coordinates: [box(0, 60, 0.01)] }, 0.6181],
  ["less its hole", { type: "Polygon", coordinates: [box(0, 60, 0.01), box(0.002, 60.002, 0.005)] }, 0.4636],
  ["parts add up", { type: "MultiPolygon", coordinates: [[box(0, 60, 0.01)], [box(1, 60, 0.01)]] }, 1.2362],
  ["winding does not matter", { type: "Polygon", coordinates: [box(0, 60, 0.01).reverse()] }, 0.6181],
])("%s", (_, geometry, squareKilometres) => {
  expect(areaSquareMetres(geometry) / squareMetresPerSquareKilometre).toBeCloseTo(squareKilometres, 2);
});
