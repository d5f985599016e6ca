import type { MultiLineString } from "geojson";
import type { LngLat } from "#geo/types.ts";
import type { MapAreas } from "./map-data.ts";
import type { Tone } from "./tones.ts";

/** A point that somebody chose on the map, and the neighbourhood that it lies in. */
export interface ChosenPoint {
  point: LngLat;
  area: { slug: string; name: string } | null;
}

/** Where the map begins and what it marks. */
export interface MapOptions {
  /** The neighbourhood to show in gold, or null for the whole force. */
  here: string | null;
  version: string;
  tiles: { url: string; attribution: string } | null;
  label: string;
  tones?: Readonly<Record<string, Tone>>;
  /** Whether the map is the page's own matter, so that wheel and finger move it rather than the page. */
  isWhole?: boolean;
}

export interface LeafletMapProps extends MapOptions {
  areas: MapAreas;
  lines: MultiLineString;
  /** Takes the point that is chosen, instead of leading to its neighbourhood. Of the first render: it never changes. */
  onChoose?: (chosen: ChosenPoint) => void;
  /** The point to mark. */
  mark?: LngLat | null;
}
