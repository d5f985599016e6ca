import { expect, test } from "vitest";
import type { FinderNeighbourhood } from "#app/domain/finder/finder.ts";
import { districtLines } from "./district-lines.ts";

const square = (west: number, districtCode: string): FinderNeighbourhood => ({
  id: `${west}`,
  slug: `${west}`,
  code: `${west}`,
  name: `${west}`,
  description: null,
  district: null,
  districtCode,
  centre: [west + 0.5, 0.5],
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  },
});

const isOn = (lines: ReturnType<typeof districtLines>, west: number) =>
  lines.coordinates.some((line) =>
    line.some(
      ([x, y], index) =>
        (x === west && y === 0 && line[index + 1]?.[0] === west) ||
        (x === west && y === 1 && line[index + 1]?.[0] === west),
    ),
  );

test("a border inside a district is no line, one between districts and the outer edge are", () => {
  const lines = districtLines([square(0, "A"), square(1, "A"), square(2, "B")]);
  expect([0, 1, 2, 3].map((west) => isOn(lines, west))).toEqual([true, false, true, true]);
});
