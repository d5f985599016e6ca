import type { MultiPolygon } from "geojson";
import { polygonsOf } from "#geo/rings.ts";
import type { LngLat } from "#geo/types.ts";
import { createAreaIndex } from "#geo/which-area.ts";
import type { LabelledArea } from "./area-labels.ts";
import type { MapAreas } from "./map-data.ts";
import type { ChosenPoint } from "./map-options.ts";

/** The districts of the areas, each as one, to be named where neighbourhoods are too small to be. */
export function districtsOf(areas: MapAreas): LabelledArea[] {
  const polygons = new Map<string, MultiPolygon["coordinates"]>();
  for (const { geometry, properties } of areas.features) {
    if (properties.district === null) continue;
    const known = polygons.get(properties.district) ?? [];
    polygons.set(properties.district, [...known, ...polygonsOf(geometry)]);
  }
  return [...polygons].map(([name, coordinates]) => ({
    slug: name,
    name,
    geometry: { type: "MultiPolygon", coordinates },
    isHere: false,
    isLabelled: true,
    mayOverhang: 2.5,
  }));
}

/** The neighbourhoods to be named, the one that the map is about among them. */
export const neighbourhoodsOf = (areas: MapAreas, here: string | null): LabelledArea[] =>
  areas.features.map(({ geometry, properties: { slug, name } }) => ({
    slug,
    name,
    geometry,
    isHere: slug === here,
    isLabelled: true,
  }));

/** The neighbourhood that a WGS84 point lies in; null outside of all. */
export function areaAt({ features }: MapAreas, point: LngLat): ChosenPoint["area"] {
  const area = features[createAreaIndex(features).find(...point)];
  return area === undefined ? null : { slug: area.properties.slug, name: area.properties.name };
}
