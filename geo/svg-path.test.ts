import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseAreaCollection } from "./geojson.ts";
import { simplifyTogether } from "./simplify.ts";
import { projectToSvg } from "./svg-path.ts";
import type { LngLat, Polygonal } from "./types.ts";

const polygon = (...rings: LngLat[][]): { geometry: Polygonal } => ({
  geometry: { type: "Polygon", coordinates: rings.map((ring) => ring.map(([lng, lat]) => [lng, lat])) },
});
const box = (west: number, south: number, side: number): LngLat[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

// At the equator a degree is as wide as it is high.
const sheet = projectToSvg([polygon(box(0, -5, 10)), polygon(box(2, -2, 4), box(3, -1, 1))], 100);

test("the sheet is as wide as asked, as high as the shape is, with north at the top", () => {
  expect(sheet.viewBox).toBe("0 0 100 100");
  expect(sheet.toXy(0, 5)).toEqual([0, 0]);
  expect(sheet.toXy(10, -5)).toEqual([100, 100]);
  expect(sheet.toXy(5, 0.004)).toEqual([50, 50]);
});

test("each area is one path, its holes in it", () => {
  expect(sheet.paths).toEqual([
    "M0 100l100 0l0-100l-100 0z",
    "M20 70l40 0l0-40l-40 0zM30 60l10 0l0-10l-10 0z",
  ]);
});

test("at 60 degrees north a degree of longitude is half as wide", () => {
  expect(projectToSvg([polygon(box(0, 59.5, 1))], 100).viewBox).toBe("0 0 100 200");
});

test("steps do not add up their rounding", () => {
  const ring = Array.from({ length: 300 }, (_, at): LngLat => [at / 299, Math.sqrt(at)]);
  const { paths, toXy } = projectToSvg([polygon([...ring, [0, 0]])], 70);
  const steps = (paths[0] ?? "")
    .slice(1, -1)
    .split("l")
    .map((step) => (step.match(/-?[\d.]+/g) ?? []).map(Number));
  const x = steps.reduce((sum, [dx = NaN]) => sum + dx, 0);
  expect(x).toBeCloseTo(toXy(1, 0)[0], 6);
  expect(paths[0]).not.toMatch(/\.\d\d/);
});

test("corners that fall together are drawn once", () => {
  const { paths } = projectToSvg(
    [
      polygon([
        [0, -5],
        [0.000_01, -5],
        [10, -5],
        [10, 5],
        [0, -5],
      ]),
    ],
    100,
  );
  expect(paths[0]).toBe("M0 100l100 0l0-100z");
});

test.each<[string, { geometry: Polygonal }[], number]>([
  ["no areas", [], 100],
  ["no width", [polygon(box(0, 0, 1))], 0],
  [
    "no extent",
    [
      polygon([
        [1, 53],
        [1, 53],
        [1, 53],
        [1, 53],
      ]),
    ],
    100,
  ],
])("%s is refused", (_, areas, width) => {
  expect(() => projectToSvg(areas, width)).toThrow(RangeError);
});

const real = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";

test.skipIf(!existsSync(real))("the 95 real polygons fit a page (skipped without the open data)", () => {
  const parsed = parseAreaCollection(JSON.parse(readFileSync(real, "utf8")));
  const features = parsed.ok ? parsed.collection.features : [];
  const { paths } = projectToSvg(simplifyTogether(features, 0.004), 600);
  expect(paths.filter((path) => /^M.+z$/.test(path))).toHaveLength(95);
  expect(paths.join("").length).toBeLessThan(30_000);
});
