import type { MultiLineString } from "geojson";
import type { MapAreas } from "./map-data.ts";
import type { Tone } from "./tones.ts";

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
}
