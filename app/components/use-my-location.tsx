import { useState } from "react";
import { Button } from "./govuk/button.tsx";
import { postPosition } from "./post-position.ts";
import { useHydrated } from "./use-hydrated.ts";

const refusals: Record<number, string> = {
  1: "Your browser did not share your location. Enter a postcode or search a place instead.",
  2: "Your location could not be found. Enter a postcode or search a place instead.",
  3: "Finding your location took too long. Try again, or enter a postcode.",
};

/** A button that only appears where script can work it. */
export function UseMyLocation() {
  const isHydrated = useHydrated();
  const [words, setWords] = useState("");
  if (!isHydrated) return null;
  const ask = () => {
    setWords("Finding where you are…");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        postPosition(coords.longitude, coords.latitude);
      },
      ({ code }) => {
        setWords(refusals[code] ?? refusals[2] ?? "");
      },
      { timeout: 15_000, maximumAge: 60_000, enableHighAccuracy: true },
    );
  };
  return (
    <div className="sn-use-location">
      <Button look="plain" type="button" onClick={ask}>
        Use my location
      </Button>
      <p role="status" className="sn-use-location__status">
        {words}
      </p>
    </div>
  );
}
