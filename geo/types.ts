import type { MultiPolygon, Polygon } from "geojson";

/** A WGS84 position in GeoJSON order: longitude, latitude, in degrees. */
export type LngLat = readonly [lng: number, lat: number];

/** West, south, east, north in WGS84 degrees. */
export type BboxWsen = readonly [west: number, south: number, east: number, north: number];

/** A shape with an inside: GeoJSON Polygon or MultiPolygon in WGS84 longitude, latitude. */
export type Polygonal = Polygon | MultiPolygon;
