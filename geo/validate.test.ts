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

describe("rings", () => {
  const [west, south] = [-1.6, 53.1];
  test.each<[string, Polygonal, Expected[]]>([
    ["sound", sound, []],
    ["wound the other way", polygon(box(west, south, 0.1).reverse()), []],
    ["with a hole", polygon(box(west, south, 0.1), box(-1.58, 53.12, 0.02)), []],
    ["no rings", { type: "MultiPolygon", coordinates: [] }, [{ severity: "error", message: /no rings/ }]],
    [
      "open",
      polygon(
        box(west, south, 0.1)
          .slice(0, 4)
          .concat([[-1.59, 53.11]]),
      ),
      [{ severity: "error", ring: "outer ring", position: [-1.59, 53.11], message: /not closed/ }],
    ],
    [
      "three positions",
      polygon([
        [west, south],
        [-1.5, south],
        [west, south],
      ]),
      [{ severity: "error", message: /3 positions.*at least four/ }],
    ],
    ["none", polygon([]), [{ severity: "error", message: /0 positions/ }]],
    [
      "flat",
      polygon([
        [west, south],
        [-1.5, south],
        [-1.55, south],
        [west, south],
      ]),
      [{ severity: "error", message: /no area/ }],
    ],
    [
      "one point over and over",
      polygon([
        [west, south],
        [west, south],
        [west, south],
        [west, south],
      ]),
      [{ severity: "error", message: /no area/ }],
    ],
    [
      "a repeat",
      polygon([
        [west, south],
        [west, south],
        [-1.5, south],
        [-1.5, 53.2],
        [west, south],
      ]),
      [{ severity: "warning", position: [west, south], message: /repeats a position once/ }],
    ],
    [
      "a bow tie",
      polygon([
        [-1.6, 53.1],
        [-1.5, 53.2],
        [-1.5, 53.1],
        [-1.6, 53.3],
        [-1.6, 53.1],
      ]),
      [
        {
          severity: "error",
          ring: "outer ring",
          message: /crosses itself at latitude 53\.16667, longitude -1\.53333\.$/,
        },
      ],
    ],
    [
      "touching itself",
      polygon([
        [-1.6, 53.1],
        [-1.5, 53.1],
        [-1.5, 53.2],
        [-1.55, 53.1],
        [-1.6, 53.2],
        [-1.6, 53.1],
      ]),
      [{ severity: "warning", position: [-1.55, 53.1], message: /touches itself/ }],
    ],
    [
      "a spike",
      polygon([
        [-1.6, 53.1],
        [-1.5, 53.1],
        [-1.5, 53.2],
        [-1.4, 53.3],
        [-1.5, 53.2],
        [-1.6, 53.2],
        [-1.6, 53.1],
      ]),
      [{ severity: "warning", message: /runs along itself/ }],
    ],
    [
      "a hole across the outer ring",
      polygon(box(west, south, 0.1), box(-1.51, 53.12, 0.02)),
      [
        { severity: "error", message: /outer ring crosses the hole 1.* and 1 other place/ },
        { severity: "error", ring: "hole 1", message: /outside the outer ring/ },
      ],
    ],
    [
      "a hole far outside",
      polygon(box(west, south, 0.1), box(-1.3, 53.12, 0.02)),
      [{ severity: "error", ring: "hole 1", message: /reaches outside/ }],
    ],
    [
      "an open hole in a second part",
      {
        type: "MultiPolygon",
        coordinates: [sound, polygon(box(-1.4, south, 0.1), box(-1.38, 53.12, 0.02).slice(0, 4))].flatMap(
          (one) => (one.type === "Polygon" ? [one.coordinates] : []),
        ),
      },
      [{ severity: "error", ring: "hole 1 of part 2", message: /hole 1 of part 2 is not closed/ }],
    ],
    [
      "parts across each other",
      {
        type: "MultiPolygon",
        coordinates: [sound, polygon(box(-1.55, 53.15, 0.1))].flatMap((one) =>
          one.type === "Polygon" ? [one.coordinates] : [],
        ),
      },
      [{ severity: "error", message: /outer ring of part 1 crosses the outer ring of part 2/ }],
    ],
  ])("%s", (_, geometry, expected) => {
    expectProblems([area(geometry)], expected);
  });

  test("a ring of 10,000 positions that crosses itself once is found out", () => {
    const circle = Array.from({ length: 10_000 }, (_, at): LngLat => {
      const angle = (at / 10_000) * 2 * Math.PI;
      return [-1.5 + 0.3 * Math.cos(angle), 53 + 0.3 * Math.sin(angle)];
    });
    const [a, b] = [circle[5000], circle[5001]];
    const swapped = circle.map((position, at) =>
      at === 5000 ? (b ?? position) : at === 5001 ? (a ?? position) : position,
    );
    expectProblems([area(polygon([...circle, ...circle.slice(0, 1)]))], []);
    expectProblems(
      [area(polygon([...swapped, ...swapped.slice(0, 1)]))],
      [{ severity: "error", message: /crosses itself/ }],
    );
  });
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
