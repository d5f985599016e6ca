import type { LineProblem } from "#app/domain/structure/line-problem.ts";
import type { Place } from "./place.ts";

/** A name with what tells it from others of the same name: "Norton (village, E07000032)". */
const keyOf = ({ name, kind, districtCode }: Place): string =>
  `${name} (${kind}${districtCode === null ? "" : `, ${districtCode}`})`;

/** The same place twice is a slip; the same name elsewhere is not. */
export function checkPlaces(places: readonly (Place & { line: number })[]): LineProblem[] {
  const met = new Map<string, number>();
  return places.flatMap((place) => {
    const key = JSON.stringify([keyOf(place), place.lng, place.lat]);
    const earlier = met.get(key);
    if (earlier === undefined) met.set(key, place.line);
    return earlier === undefined
      ? []
      : [{ line: place.line, message: `${place.name} stands on line ${earlier} already` }];
  });
}

/** Where each place is, by its name, kind and district, for `changesBetween`; namesakes in one district share a key. */
export function placesTexts(places: readonly Place[]): Map<string, string> {
  const positions = new Map<string, string[]>();
  for (const place of places) {
    const key = keyOf(place);
    positions.set(key, [...(positions.get(key) ?? []), `${place.lat} ${place.lng}`]);
  }
  return new Map([...positions].map(([key, at]) => [key, at.sort().join(", ")]));
}
