import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { areaSquareMetres } from "./area.ts";
import { parseAreaCollection } from "./geojson.ts";
import { eachEdge, polygonsOf, ringsOf } from "./rings.ts";
import { findMeetings, type Segment } from "./segments.ts";
import { simplifyTogether, toleranceForZoom } from "./simplify.ts";
import type { LngLat, Polygonal } from "./types.ts";

const polygon = (...rings: LngLat[][]): { geometry: Polygonal } => ({
  geometry: { type: "Polygon", coordinates: rings.map((ring) => ring.map(([lng, lat]) => [lng, lat])) },
});
const positionCount = (areas: readonly { geometry: Polygonal }[]) =>
  areas.reduce((sum, { geometry }) => sum + ringsOf(geometry).flat().length, 0);

/** Each edge as text, its ends in order, with how many rings it is in. */
function edgeUses(areas: readonly { geometry: Polygonal }[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const ring of areas.flatMap(({ geometry }) => ringsOf(geometry))) {
    eachEdge(ring, (x1, y1, x2, y2) => {
      const edge = [`${x1},${y1}`, `${x2},${y2}`].sort().join(" ");
      uses.set(edge, (uses.get(edge) ?? 0) + 1);
    });
  }
  return uses;
}

const crossings = (areas: readonly { geometry: Polygonal }[]) => {
  const segments = areas.flatMap(({ geometry }, line) => {
    const own: Segment[] = [];
    for (const ring of ringsOf(geometry))
      eachEdge(ring, (x1, y1, x2, y2) => own.push({ line, x1, y1, x2, y2 }));
    return own;
  });
  return findMeetings(segments, Infinity).filter(({ kind }) => kind === "cross");
};

/** A border from south to north that wavers by a little. */
const waver = Array.from({ length: 101 }, (_, at): LngLat => [1 + (at % 2) * 0.001, 53 + at / 100]);
const west = polygon([[0, 53], ...waver, [0, 54], [0, 53]]);
const east = polygon([[2, 53], [2, 54], ...waver.toReversed(), [2, 53]]);

test("a shared border is simplified once, and stays shared", () => {
  const simple = simplifyTogether([west, east], 0.01);
  expect(positionCount(simple)).toBeLessThan(20);
  expect(new Set(edgeUses(simple).values())).toEqual(new Set([1, 2]));
  expect(crossings(simple)).toEqual([]);
});

test("what an area carries besides its shape is kept, and the original is not touched", () => {
  const before = structuredClone(west);
  const [simple] = simplifyTogether([{ ...west, name: "Matlock" }], 0.01);
  expect(simple?.name).toBe("Matlock");
  expect(west).toEqual(before);
  expect(simplifyTogether([], 0.01)).toEqual([]);
});

test.each<[string, { geometry: Polygonal }[]]>([
  [
    "a speck alone",
    [
      polygon([
        [0, 53],
        [0.001, 53],
        [0.001, 53.001],
        [0, 53.001],
        [0, 53],
      ]),
    ],
  ],
  [
    "a speck in a hole",
    [
      polygon(
        [
          [0, 53],
          [1, 53],
          [1, 54],
          [0, 54],
          [0, 53],
        ],
        [
          [0.5, 53.5],
          [0.5, 53.501],
          [0.501, 53.501],
          [0.501, 53.5],
          [0.5, 53.5],
        ],
      ),
      polygon([
        [0.5, 53.5],
        [0.501, 53.5],
        [0.501, 53.501],
        [0.5, 53.501],
        [0.5, 53.5],
      ]),
    ],
  ],
  [
    "a sliver between two",
    [
      polygon([
        [0, 53],
        [1, 53],
        [1, 53.5],
        [1, 54],
        [0, 54],
        [0, 53],
      ]),
      polygon([
        [1, 53],
        [1.000_1, 53.5],
        [1, 54],
        [1, 53.5],
        [1, 53],
      ]),
      polygon([
        [1, 53],
        [2, 53],
        [2, 54],
        [1, 54],
        [1.000_1, 53.5],
        [1, 53],
      ]),
    ],
  ],
])("%s does not vanish", (_, areas) => {
  const simple = simplifyTogether(areas, 0.1);
  for (const [at, { geometry }] of simple.entries()) {
    expect(areaSquareMetres(geometry)).toBeGreaterThan(0);
    for (const ring of ringsOf(geometry)) expect(ring.length).toBeGreaterThanOrEqual(4);
    expect(polygonsOf(geometry)).toHaveLength(polygonsOf(areas[at]?.geometry ?? geometry).length);
  }
  expect(crossings(simple)).toEqual([]);
});

test("a bay that holds another area is not cut off across it", () => {
  const bay = polygon([
    [0, 53],
    [3, 53],
    [3, 53.1],
    [1.55, 53.1],
    [1.5, 53.01],
    [1.45, 53.1],
    [0, 53.1],
    [0, 53],
  ]);
  const boat = polygon([
    [1.49, 53.06],
    [1.51, 53.06],
    [1.51, 53.09],
    [1.49, 53.09],
    [1.49, 53.06],
  ]);
  const simple = simplifyTogether([bay, boat], 0.08);
  expect(crossings(simple)).toEqual([]);
  expect(areaSquareMetres(simple[1]?.geometry ?? bay.geometry)).toBeGreaterThan(0);
});

test("borders that cross in the original are still simplified", () => {
  const other = polygon([
    [2, 53],
    [2, 54],
    ...waver.toReversed().map(([lng, lat]): LngLat => [2.001 - lng, lat]),
    [2, 53],
  ]);
  expect(crossings([west, other]).length).toBeGreaterThan(50);
  expect(positionCount(simplifyTogether([west, other], 0.01))).toBeLessThan(20);
});

test("coordinates are rounded to what the tolerance shows", () => {
  const [simple] = simplifyTogether(
    [
      polygon([
        [0.123_456_7, 53],
        [1.123_456_7, 53],
        [1, 54],
        [0.123_456_7, 53],
      ]),
    ],
    0.01,
  );
  expect(simple?.geometry.coordinates).toEqual([
    [
      [0.123, 53],
      [1.123, 53],
      [1, 54],
      [0.123, 53],
    ],
  ]);
});

test.each([
  [0, 1.40625],
  [8, 0.005_493_164_062_5],
])("a pixel at zoom %d is %d degrees", (zoom, degrees) => {
  expect(toleranceForZoom(zoom)).toBe(degrees);
});

const real = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";

describe.skipIf(!existsSync(real))("the 95 real polygons (skipped without the open data)", () => {
  test.each([6, 8, 10, 12])(
    "at zoom %d none vanishes, none crosses, every shared border stays shared",
    (zoom) => {
      const parsed = parseAreaCollection(JSON.parse(readFileSync(real, "utf8")));
      const features = parsed.ok ? parsed.collection.features : [];
      const simple = simplifyTogether(features, toleranceForZoom(zoom));
      expect(simple).toHaveLength(95);
      expect(positionCount(simple)).toBeLessThan(positionCount(features));
      expect(simple.filter(({ geometry }) => areaSquareMetres(geometry) === 0)).toEqual([]);
      expect(crossings(simple)).toEqual([]);
      expect(new Set(edgeUses(simple).values())).toEqual(new Set([1, 2]));
      // The polygons tile the county, so what is in one ring only is its outline: one closed line.
      const outline = [...edgeUses(simple)]
        .filter(([, uses]) => uses === 1)
        .flatMap(([edge]) => edge.split(" "));
      for (const position of new Set(outline)) {
        expect(outline.filter((other) => other === position).length % 2).toBe(0);
      }
    },
  );
});
