import { useEffect, useRef, useState, type ReactNode } from "react";
import { loadMap, type LoadedMap } from "./load-map.ts";
import type { MapOptions } from "./map-options.ts";

/**
 * A picture from the server that becomes a map once it comes into view, if script and network are there. Until
 * everything is at hand, and where anything fails, the picture stays.
 */
export function MapShell({ picture, ...options }: MapOptions & { picture: ReactNode }) {
  const shell = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState<LoadedMap | null>(null);
  const { here, version } = options;

  useEffect(() => {
    const element = shell.current;
    if (element === null) return;
    let isGone = false;
    const load = async () => {
      const loaded = await loadMap(here, version);
      if (!isGone) setReady(loaded);
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
