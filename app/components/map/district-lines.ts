import { mesh } from "topojson-client";
import { topology } from "topojson-server";
import type { FeatureCollection, MultiLineString } from "geojson";
import type { FinderNeighbourhood } from "#app/domain/finder/finder.ts";

/**
 * The borders between council districts, and the outer edge of the force, as lines in WGS84 longitude, latitude:
 * the edges of neighbourhoods that have another district, or nothing, on their other side.
 */
export function districtLines(neighbourhoods: readonly FinderNeighbourhood[]): MultiLineString {
  const areas: FeatureCollection = {
    type: "FeatureCollection",
    features: neighbourhoods.map(({ geometry, districtCode }) => ({
      type: "Feature",
      properties: { districtCode },
      geometry,
    })),
  };
  const whole = topology({ areas });
  const shared = whole.objects["areas"];
  if (shared?.type !== "GeometryCollection") return { type: "MultiLineString", coordinates: [] };
  const geometries = shared.geometries.flatMap((geometry) =>
    geometry.type === "Polygon" || geometry.type === "MultiPolygon"
      ? [{ ...geometry, properties: { ...geometry.properties } }]
      : [],
  );
  return mesh(
    whole,
    { type: "GeometryCollection", geometries },
    (a, b) => a === b || districtOf(a) !== districtOf(b),
  );
}

const districtOf = ({ properties }: { properties?: unknown }): unknown =>
  typeof properties === "object" && properties !== null && "districtCode" in properties
    ? properties.districtCode
    : null;
