import type { MultiLineString } from "geojson";
import type { ReactNode } from "react";
import type { MapAreas } from "./map-data.ts";
import type { LeafletMapProps } from "./map-options.ts";

/** The map's script and what it draws. */
export interface LoadedMap {
  LeafletMap: (props: LeafletMapProps) => ReactNode;
  areas: MapAreas;
  lines: MultiLineString;
}

const [wholeZoom, nearZoom] = [10, 13];

/** Fetches the map: nothing of it is in a page before. Throws where it cannot be had. */
export async function loadMap(here: string | null, version: string): Promise<LoadedMap> {
  const { fetchAreas, fetchLines } = await import("./map-data.ts");
  const [{ LeafletMap }, areas, lines] = await Promise.all([
    import("./map.client.tsx"),
    fetchAreas(here === null ? wholeZoom : nearZoom),
    fetchLines(version),
  ]);
  return { LeafletMap, areas, lines };
}
