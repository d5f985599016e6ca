import { useState } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";

// About 100 metres, as the server keeps it: no more leaves the browser.
const decimals = 3;

interface Position {
  lng: string;
  lat: string;
}

/** Adds roughly where somebody stands, when they want to: only where script can ask the browser. */
export function AboutHere({ lng, lat }: { lng: Field; lat: Field }) {
  const isHydrated = useHydrated();
  const [position, setPosition] = useState<Position>({
    lng: lng.initialValue ?? "",
    lat: lat.initialValue ?? "",
  });
  const [words, setWords] = useState("");
  const ask = () => {
    setWords("Finding where you are…");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPosition({ lng: coords.longitude.toFixed(decimals), lat: coords.latitude.toFixed(decimals) });
        setWords("We add where you are, to about 100 metres.");
      },
      () => {
        setWords("Your location could not be found. Describe the place instead.");
      },
      { timeout: 15_000, maximumAge: 60_000 },
    );
  };
  const forget = () => {
    setPosition({ lng: "", lat: "" });
    setWords("Your location is not added.");
  };
  return (
    <>
      <input type="hidden" name={lng.name} value={position.lng} />
      <input type="hidden" name={lat.name} value={position.lat} />
      {isHydrated ? (
        <div className="sn-use-location sn-about-here">
          {position.lng === "" ? (
            <Button look="plain" type="button" onClick={ask}>
              It is about where I am now
            </Button>
          ) : (
            <Button look="plain" type="button" onClick={forget}>
              Do not add where I am
            </Button>
          )}
          <p role="status" className="sn-use-location__status">
            {words}
          </p>
        </div>
      ) : null}
    </>
  );
}
