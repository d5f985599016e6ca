import { useEffect, useRef, useState, type ReactNode } from "react";
import type { MapAreas } from "./map-data.ts";
import type { LeafletMapProps, MapOptions } from "./map-options.ts";
import type { MultiLineString } from "geojson";

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
