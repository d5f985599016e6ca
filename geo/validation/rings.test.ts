import { expect, test } from "vitest";
import type { LngLat, Polygonal } from "../types.ts";
import type { ShapeProblem } from "./problem.ts";
import { shapeProblems } from "./rings.ts";

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
const [west, south] = [-1.6, 53.1];
const sound = polygon(box(west, south, 0.1));

type Expected = Partial<Omit<ShapeProblem, "message">> & { message: RegExp };

const expectProblems = (geometry: Polygonal, expected: Expected[]) => {
  const problems = shapeProblems(geometry);
  expect(problems.map(({ message }) => message)).toHaveLength(expected.length);
  for (const [at, { message, ...rest }] of expected.entries()) {
    expect(problems[at]).toMatchObject(rest);
    expect(problems[at]?.message).toMatch(message);
  }
};

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
  expectProblems(geometry, expected);
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
  expectProblems(polygon([...circle, ...circle.slice(0, 1)]), []);
  expectProblems(polygon([...swapped, ...swapped.slice(0, 1)]), [
    { severity: "error", message: /crosses itself/ },
  ]);
});
