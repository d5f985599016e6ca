import { areaKinds, wholeForce, type AreaKind, type RateArea } from "./area.ts";

/** A neighbourhood with the parts of the force that it lies in. */
export type AreaPlace = Readonly<Record<Exclude<AreaKind, "force">, RateArea>>;

/** The smallest part of the force that holds all of some neighbourhoods. */
export function commonArea(places: readonly AreaPlace[]): RateArea {
  const [first] = places;
  if (first === undefined) return wholeForce;
  for (const kind of [...areaKinds].reverse()) {
    if (kind !== "force" && places.every((place) => place[kind].id === first[kind].id)) return first[kind];
  }
  return wholeForce;
}

/** What a part of the force lies in, the widest first: only what holds all of it. */
export function pathTo({ kind }: RateArea, places: readonly AreaPlace[]): RateArea[] {
  const [first] = places;
  if (kind === "force" || first === undefined) return [];
  const wider = areaKinds
    .slice(1, areaKinds.indexOf(kind))
    .flatMap((one) =>
      one !== "force" && places.every((place) => place[one].id === first[one].id) ? [first[one]] : [],
    );
  return [wholeForce, ...wider];
}
