import type { Polygon } from "geojson";
import type { BoundaryImport } from "#app/services/boundary/import-boundaries.server.ts";
import type { LngLat } from "#geo/types.ts";

/** A square round its south-west corner, in degrees, wound counterclockwise. */
export const square = ([lng, lat]: LngLat, side = 0.1): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [lng, lat],
      [lng + side, lat],
      [lng + side, lat + side],
      [lng, lat + side],
      [lng, lat],
    ],
  ],
});

export interface TestArea {
  id: string | null;
  name: string | null;
  geometry: unknown;
}

/** Three invented neighbourhoods side by side, west to east. */
export const threeAreas = (): [TestArea, TestArea, TestArea] => [
  { id: "T1", name: "Westside", geometry: square([-1.8, 53]) },
  { id: "T2", name: "Middle", geometry: square([-1.7, 53]) },
  { id: "T3", name: "Eastside", geometry: square([-1.6, 53]) },
];

export const geoJson = (areas: readonly TestArea[]): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: areas.map(({ id, name, geometry }) => ({
      type: "Feature",
      properties: { id, name },
      geometry,
    })),
  });

const kmlPolygon = ({ coordinates }: Polygon) =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${(coordinates[0] ?? [])
    .map(([lng, lat]) => `${lng},${lat},0`)
    .join(" ")}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;

/** A KML file as data.police.uk writes them: heights of 0, several polygons where the area is in parts. */
export const kmlFile = (name: string, ...parts: readonly Polygon[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>${name}</name><MultiGeometry>${parts
    .map(kmlPolygon)
    .join("")}</MultiGeometry></Placemark></Document></kml>\n`;

/** An import of one file with nothing else said. */
export const boundaryImport = (path: string, overrides: Partial<BoundaryImport> = {}): BoundaryImport => ({
  from: { path },
  force: null,
  namesPath: null,
  idProperty: null,
  nameProperty: null,
  attribution: "Test",
  sourceDate: null,
  isDryRun: false,
  ...overrides,
});
