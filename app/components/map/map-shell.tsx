import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Tone } from "./tones.ts";
import type { MapAreas } from "./map-data.ts";
import type { MultiLineString } from "geojson";

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

interface Ready {
  LeafletMap: (props: LeafletMapProps) => ReactNode;
  areas: MapAreas;
  lines: MultiLineString;
}

const [wholeZoom, nearZoom] = [10, 13];

/**
 * A picture from the server that becomes a map once it comes into view, if script and network are there. Until
 * everything is at hand, and where anything fails, the picture stays.
 */
export function MapShell({ picture, ...options }: MapOptions & { picture: ReactNode }) {
  const shell = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState<Ready | null>(null);
  const { here, version } = options;

  useEffect(() => {
    const element = shell.current;
    if (element === null) return;
    let isGone = false;
    const load = async () => {
      const { fetchAreas, fetchLines } = await import("./map-data.ts");
      const [{ LeafletMap }, areas, lines] = await Promise.all([
        import("./map.client.tsx"),
        fetchAreas(here === null ? wholeZoom : nearZoom),
        fetchLines(version),
      ]);
      if (!isGone) setReady({ LeafletMap, areas, lines });
    };
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      observer.disconnect();
      load().catch((error: unknown) => {
        console.info("The map stays a picture:", error);
      });
    });
    observer.observe(element);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, [here, version]);

  return (
    <div ref={shell} className={options.isWhole === true ? "sn-map sn-map--whole" : "sn-map"}>
      {ready === null ? (
        picture
      ) : (
        <ready.LeafletMap key={here ?? ""} {...options} areas={ready.areas} lines={ready.lines} />
      )}
    </div>
  );
}
