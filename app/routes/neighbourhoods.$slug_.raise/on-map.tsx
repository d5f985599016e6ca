import { useState } from "react";
import { EditionLine } from "#app/components/edition-line.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { loadMap, type LoadedMap } from "#app/components/map/load-map.ts";
import type { ChosenPoint, MapOptions } from "#app/components/map/map-options.ts";
import type { EditionLabel } from "#app/domain/edition/edition.ts";
import type { LngLat } from "#geo/types.ts";

export interface MapToChooseOn extends Pick<MapOptions, "version" | "tiles"> {
  edition: EditionLabel;
}

interface OnMapProps {
  here: { slug: string; name: string };
  map: MapToChooseOn;
  mark: LngLat | null;
  onChoose: (chosen: ChosenPoint) => void;
  /** Says how it goes with the map; null when there is nothing to say. */
  onNote: (note: string | null) => void;
}

/** A button that opens a map to choose a point on. Its script is fetched when it is pressed, not before. */
export function OnMap({ here, map, mark, onChoose, onNote }: OnMapProps) {
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<LoadedMap | null>(null);
  const { version, tiles, edition } = map;
  const open = async () => {
    setOpen(true);
    if (loaded !== null) return;
    onNote("Opening the map…");
    try {
      setLoaded(await loadMap(here.slug, version));
      onNote(null);
    } catch (error) {
      console.info("The map stays away:", error);
      setOpen(false);
      onNote("The map cannot be shown now. Describe the place instead.");
    }
  };
  return (
    <>
      <Button
        look="plain"
        type="button"
        aria-expanded={isOpen}
        onClick={() => {
          if (isOpen) setOpen(false);
          else void open();
        }}
      >
        {isOpen ? "Hide the map" : "Show it on a map"}
      </Button>
      {isOpen && loaded !== null ? (
        <div className="sn-map sn-map--choose">
          <p>
            Tap or click where it is. With a keyboard, move the map by the arrow keys until the cross is
            there, then press Enter.
          </p>
          <loaded.LeafletMap
            here={here.slug}
            version={version}
            tiles={tiles}
            label={`Map of ${here.name}`}
            areas={loaded.areas}
            lines={loaded.lines}
            mark={mark}
            onChoose={onChoose}
          />
          <p className="sn-quiet sn-small">
            <EditionLine edition={edition} />
          </p>
        </div>
      ) : null}
    </>
  );
}
