import type { LngLat } from "#geo/types.ts";

/** What somebody added of where it is, beside their words. */
export interface AddedPlace {
  /** WGS84, as coarse as it is sent. */
  point: LngLat;
  /** The neighbourhood that it lies in: null outside of all, undefined where nobody looked. */
  area?: { slug: string; name: string } | null;
  isWhereTheyAre: boolean;
}

/** What is added, in words. */
export function placeInWords(
  { area, isWhereTheyAre }: AddedPlace,
  here: { slug: string; name: string },
): string {
  if (isWhereTheyAre) return "We add where you are, to about 100 metres.";
  if (area === undefined) return "A point is chosen, to about 100 metres.";
  const still = `The ${here.name} team still gets what you write.`;
  if (area === null) return `A point is chosen, outside the neighbourhoods on the map. ${still}`;
  const chosen = `A point is chosen in ${area.name}, to about 100 metres.`;
  return area.slug === here.slug ? chosen : `${chosen} ${still}`;
}
