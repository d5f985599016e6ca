import { expect, test } from "vitest";
import { parseAreaCollection, rewind } from "./geojson.ts";
import { signedAreaSquareDegrees } from "./rings.ts";

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const collection = (feature: unknown, more: object = {}) => ({
  type: "FeatureCollection",
  features: [feature],
  ...more,
});
const area = (geometry: unknown) => collection({ type: "Feature", properties: null, geometry });

test("a polygon and a multipolygon are read, heights and strange members dropped, properties kept", () => {
  const polygon = {
    type: "Polygon",
    coordinates: [
      [
        [0, 0, 9],
        [1, 0, 9],
        [1, 1, 9],
        [0, 0, 9],
      ],
    ],
  };
  const read = parseAreaCollection({
    type: "FeatureCollection",
    name: "export",
    crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
    features: [
      {
        type: "Feature",
        id: 7,
        properties: { name: "Matlock" },
        geometry: { ...polygon, bbox: [0, 0, 1, 1] },
      },
      {
        type: "Feature",
        properties: null,
        geometry: { type: "MultiPolygon", coordinates: [[ring], [ring]] },
      },
    ],
  });
  expect(read).toEqual({
    ok: true,
    collection: {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          id: 7,
          properties: { name: "Matlock" },
          geometry: { type: "Polygon", coordinates: [ring] },
        },
        {
          type: "Feature",
          properties: null,
          geometry: { type: "MultiPolygon", coordinates: [[ring], [ring]] },
        },
      ],
    },
  });
});

test("an open ring is left open for the checks to report", () => {
  const open = [
    [0, 0],
    [1, 0],
    [1, 1],
  ];
  expect(parseAreaCollection(area({ type: "Polygon", coordinates: [open] }))).toMatchObject({
    collection: { features: [{ geometry: { coordinates: [open] } }] },
  });
});

test.each<[string, unknown, string]>([
  ["not an object", null, "expected object"],
  ["a lone feature", { type: "Feature" }, "must be a GeoJSON FeatureCollection"],
  ["no features", { type: "FeatureCollection", features: [] }, "no features"],
  ["a point", area({ type: "Point", coordinates: [0, 0] }), "features.0.geometry.type: "],
  ["no geometry", area(null), "features.0.geometry: "],
  ["no rings", area({ type: "Polygon", coordinates: [] }), "features.0.geometry.coordinates: "],
  [
    "text for numbers",
    area({ type: "Polygon", coordinates: [[["0", "0"]]] }),
    "features.0.geometry.coordinates.0.0",
  ],
  [
    "an endless number",
    area({ type: "Polygon", coordinates: [[[Infinity, 0]]] }),
    "features.0.geometry.coordinates",
  ],
  [
    "another reference system",
    collection({}, { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } } }),
    "export it as WGS84 (EPSG:4326)",
  ],
])("%s is refused with where and why", (_, json, message) => {
  const read = parseAreaCollection(json);
  expect(read.ok ? [] : read.problems).toContainEqual(expect.stringContaining(message));
});

test("no more than twenty problems are listed", () => {
  const read = parseAreaCollection({
    type: "FeatureCollection",
    features: Array.from({ length: 500 }, () => 1),
  });
  expect(read.ok ? [] : read.problems).toHaveLength(20);
});

test("rewind turns outer rings counterclockwise and holes clockwise", () => {
  const [outer, hole] = [ring.toReversed(), ring.map(([x = 0, y = 0]) => [x / 2, y / 2])];
  for (const geometry of [
    rewind({ type: "Polygon", coordinates: [outer, hole] }),
    rewind({ type: "Polygon", coordinates: [ring, hole.toReversed()] }),
    rewind({ type: "MultiPolygon", coordinates: [[outer, hole]] }),
  ]) {
    const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
    expect(rings.map((one) => Math.sign(signedAreaSquareDegrees(one)))).toEqual([1, -1]);
  }
});
