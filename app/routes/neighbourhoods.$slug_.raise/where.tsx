import { useState } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { coarsePosition, toCoarse } from "#app/domain/concern/written.ts";
import type { LngLat } from "#geo/types.ts";
import { OnMap, type MapToChooseOn } from "./on-map.tsx";
import { placeInWords, type AddedPlace } from "./place-said.ts";

interface WhereProps {
  lng: Field;
  lat: Field;
  here: { slug: string; name: string };
  map: MapToChooseOn;
}

/** What came back with the form. */
function pointOf(lng: Field, lat: Field): AddedPlace | null {
  const position = coarsePosition(lng.initialValue ?? "", lat.initialValue ?? "");
  return position === null ? null : { point: [position.lng, position.lat], isWhereTheyAre: false };
}

const coarsePoint = (lng: number, lat: number): LngLat => [toCoarse(lng), toCoarse(lat)];

/** Adds roughly where it is, from the phone or on a map, for whoever wants to: only script can. Words alone will do. */
export function Where({ lng, lat, here, map }: WhereProps) {
  const isHydrated = useHydrated();
  const [added, setAdded] = useState(() => pointOf(lng, lat));
  const [note, setNote] = useState<string | null>(null);
  const add = (place: AddedPlace | null) => {
    setAdded(place);
    setNote(place === null ? "Nothing is added now." : null);
  };
  const ask = () => {
    setNote("Finding where you are…");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        add({ point: coarsePoint(coords.longitude, coords.latitude), isWhereTheyAre: true });
      },
      () => {
        setNote("Your location could not be found. Describe the place instead.");
      },
      { timeout: 15_000, maximumAge: 60_000 },
    );
  };
  const [east, north] = added?.point ?? ["", ""];
  return (
    <>
      <input type="hidden" name={lng.name} value={east} />
      <input type="hidden" name={lat.name} value={north} />
      {isHydrated ? (
        <div className="sn-where">
          <p role="status" className="sn-where__status">
            {note ?? (added === null ? "" : placeInWords(added, here))}
          </p>
          {/* One button in one place, so that whoever presses it by keyboard stays where they were. */}
          <Button
            look="plain"
            type="button"
            onClick={() => {
              if (added === null) ask();
              else add(null);
            }}
          >
            {added === null ? (
              "It is about where I am now"
            ) : (
              <>
                Remove it<span className="govuk-visually-hidden">: the place you added</span>
              </>
            )}
          </Button>
          <OnMap
            here={here}
            map={map}
            mark={added?.point ?? null}
            onNote={setNote}
            onChoose={({ point, area }) => {
              add({ point: coarsePoint(...point), area, isWhereTheyAre: false });
            }}
          />
        </div>
      ) : null}
    </>
  );
}
