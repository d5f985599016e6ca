import { expect, test } from "vitest";
import { compactPath } from "./compact-path.ts";

const same = (lng: number, lat: number): [number, number] => [lng, lat];
const ring = (...positions: [number, number][]) => ({ type: "Polygon" as const, coordinates: [positions] });

test.each([
  {
    name: "a square",
    shape: ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0]),
    d: "M0 0l10 0 0 10-10 0 0-10z",
  },
  {
    name: "positions that round together are one",
    shape: ring([0, 0], [0.2, 0.1], [5, 0], [5, 5], [0, 0]),
    d: "M0 0l5 0 0 5-5-5z",
  },
  {
    name: "a ring that rounds to a point is left out",
    shape: ring([0, 0], [0.1, 0], [0.1, 0.1], [0, 0]),
    d: "",
  },
  {
    name: "a start away from the origin",
    shape: ring([3, -4], [6, -4], [6, 0], [3, -4]),
    d: "M3-4l3 0 0 4-3-4z",
  },
])("$name", ({ shape, d }) => {
  expect(compactPath(shape, same)).toBe(d);
});
