import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAreaCollection } from "./geojson.ts";
import type { LngLat, Polygonal } from "./types.ts";
import { boundaryProblems, type BoundaryFeature, type BoundaryProblem } from "./validate.ts";

const box = (west: number, south: number, side: number): LngLat[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const polygon = (...rings: LngLat[][]): Polygonal => ({
  type: "Polygon",
  coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])),
});
const area = (
  geometry: Polygonal,
  id: string | null = "ND03",
  name: string | null = "Matlock",
): BoundaryFeature => ({
  id,
  name,
  geometry,
});
const sound = polygon(box(-1.6, 53.1, 0.1));

type Expected = Partial<Omit<BoundaryProblem, "message">> & { message: RegExp };

const expectProblems = (
  features: BoundaryFeature[],
  expected: Expected[],
  bboxWsen?: [number, number, number, number],
) => {
  const problems = boundaryProblems(features, bboxWsen && { bboxWsen });
  expect(problems.map(({ message }) => message)).toHaveLength(expected.length);
  for (const [at, { message, ...rest }] of expected.entries()) {
    expect(problems[at]).toMatchObject(rest);
    expect(problems[at]?.message).toMatch(message);
  }
};

describe("coordinates", () => {
  test.each<[string, LngLat[], RegExp]>([
    [
      "eastings and northings",
      [
        [431_000, 360_000],
        [432_000, 360_000],
        [432_000, 361_000],
        [431_000, 360_000],
      ],
      /look like British National Grid metres.*Export the boundaries as WGS84 \(EPSG:4326\)/,
    ],
    [
      "web map metres",
      [
        [-175_000, 7_000_000],
        [-174_000, 7_000_000],
        [-174_000, 7_001_000],
        [-175_000, 7_000_000],
      ],
      /not degrees/,
    ],
    ["latitude first", box(53.1, -1.6, 0.1), /wrong way round/],
    ["France", box(2.3, 48.8, 0.1), /not in Great Britain/],
    [
      "NaN",
      [
        [-1.6, 53.1],
        [NaN, 53.1],
        [-1.5, 53.2],
        [-1.6, 53.1],
      ],
      /not a number/,
    ],
    [
      "Infinity",
      [
        [-1.6, 53.1],
        [-1.5, Infinity],
        [-1.5, 53.2],
        [-1.6, 53.1],
      ],
      /not a number/,
    ],
  ])("%s", (_, ring, message) => {
    expectProblems([area(polygon(ring))], [{ severity: "error", featureIndex: 0, id: "ND03", message }]);
  });

  test("a whole file of them is one problem", () => {
    const swapped = [0, 1, 2].map((at) => area(polygon(box(53 + at / 10, -1.6, 0.1)), `N${at}`));
    expectProblems(
      [area(sound, "A"), ...swapped],
      [{ featureIndex: 1, position: [53, -1.6], message: /3 of 4 areas/ }],
    );
  });

  test("outside the force is only a warning", () => {
    expectProblems(
      [area(sound), area(polygon(box(-4, 51, 0.1)), "SW01")],
      [{ featureIndex: 1, severity: "warning", message: /wholly outside the force/ }],
      [-2.1, 52.6, -1.1, 53.6],
    );
  });
});

describe("ids and names", () => {
  test.each<[string, BoundaryFeature[], Expected[]]>([
    ["no id", [area(sound, null)], [{ severity: "error", message: /Matlock has no id/ }]],
    ["a blank name", [area(sound, "ND03", " ")], [{ severity: "error", message: /no name/ }]],
    ["neither", [area(sound, null, null)], [{ message: /area number 1 .*no id/ }, { message: /no name/ }]],
    [
      "an id twice",
      [area(sound, "ND03"), area(polygon(box(-1.4, 53.1, 0.1)), " ND03")],
      [
        {
          featureIndex: 1,
          severity: "error",
          message: /ND03 is used twice: by area number 1 and area number 2/,
        },
      ],
    ],
  ])("%s", (_, features, expected) => {
    expectProblems(features, expected);
  });
});

test("what is wrong with a ring is said of its area", () => {
  expectProblems(
    [area(sound), area(polygon(box(-1.4, 53.1, 0.1).slice(0, 4)), "ND04")],
    [{ featureIndex: 1, id: "ND04", ring: "outer ring", severity: "error", message: /not closed/ }],
  );
});

describe("overlaps", () => {
  const neighbour = (west: number, side = 0.1) => area(polygon(box(west, 53.1, side)), "ND04", "Bakewell");

  test.each<[string, BoundaryFeature, Expected[]]>([
    ["side by side", neighbour(-1.5), []],
    ["apart", neighbour(-1.2), []],
    ["a sliver of a few metres' length is passed", neighbour(-1.500_001), []],
    [
      "a sliver is a warning",
      neighbour(-1.5001),
      [
        {
          severity: "warning",
          message: /overlap by 7\d,\d{3} square metres, 0\.1 % of the smaller\. That is a sliver/,
        },
      ],
    ],
    [
      "a street is an error",
      neighbour(-1.501),
      [
        {
          severity: "error",
          featureIndex: 0,
          message: /Matlock \(ND03\) and Bakewell \(ND04\) overlap by 7\d\d,\d{3} square metres, 1\.0 %/,
        },
      ],
    ],
    ["the same shape", neighbour(-1.6), [{ severity: "error", message: /100\.0 % of the smaller/ }]],
    ["one inside the other", neighbour(-1.59, 0.01), [{ severity: "error", message: /100\.0 %/ }]],
  ])("%s", (_, other, expected) => {
    expectProblems([area(sound), other], expected);
  });
});

const real = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";

test.skipIf(!existsSync(real))("the 95 real polygons have no problem (skipped without the open data)", () => {
  const parsed = parseAreaCollection(JSON.parse(readFileSync(real, "utf8")));
  const features = parsed.ok ? parsed.collection.features : [];
  expect(features).toHaveLength(95);
  const named = features.map(({ properties, geometry }) =>
    area(geometry, String(properties?.["id"]), String(properties?.["name"])),
  );
  expect(boundaryProblems(named, { bboxWsen: [-2.1, 52.6, -1.1, 53.6] })).toEqual([]);
});
