import { isObject } from "#app/domain/is-object.ts";
import { paths } from "#app/paths.ts";
import type { Polygonal } from "#geo/types.ts";
import type { Feature, FeatureCollection, MultiLineString } from "geojson";

/** What the map needs of each neighbourhood, as `/api/v1/neighbourhoods.geojson` gives it. */
export type MapArea = Feature<Polygonal, { slug: string; name: string; district: string | null }>;
export type MapAreas = FeatureCollection<MapArea["geometry"], MapArea["properties"]>;

async function getJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

const isAreas = (value: unknown): value is MapAreas =>
  isObject(value) && "type" in value && value.type === "FeatureCollection" && "features" in value;

const isLines = (value: unknown): value is MultiLineString =>
  isObject(value) && "type" in value && value.type === "MultiLineString";

/** The neighbourhoods, simplified for a zoom of web maps. Throws where they cannot be had. */
export async function fetchAreas(zoom: number): Promise<MapAreas> {
  const areas = await getJson(paths.api.neighbourhoodsGeoJson(zoom));
  if (!isAreas(areas)) throw new Error("The neighbourhoods are no GeoJSON");
  return areas;
}

/** The borders between districts and round the force. Throws where they cannot be had. */
export async function fetchLines(version: string): Promise<MultiLineString> {
  const lines = await getJson(paths.mapLines(version));
  if (!isLines(lines)) throw new Error("The district lines are no GeoJSON");
  return lines;
}
