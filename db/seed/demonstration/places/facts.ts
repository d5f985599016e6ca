import type { PlaceKind } from "#app/domain/place/place.ts";
import type { UrbanRural } from "#app/domain/structure/structure.ts";

/** A place as typed: name, kind, longitude and latitude in WGS84 degrees, rounded to 0.01. */
export type PlaceRow = readonly [name: string, kind: PlaceKind, lng: number, lat: number];

/** A recorded postcode and the public building there, or null where no page naming one was read. */
export type PostcodeRow = readonly [postcode: string, building: string | null];

/** What is written down of one neighbourhood; its boundary grows from `places` and `anchors`. */
export interface NeighbourhoodFacts {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly teamCode: string;
  readonly urbanRural: UrbanRural;
  readonly postcodes: readonly PostcodeRow[];
  readonly places: readonly PlaceRow[];
  /** Further longitude, latitude positions (0.005 degrees or coarser) that belong here but carry no name. */
  readonly anchors?: readonly (readonly [lng: number, lat: number])[];
}

/** One district: its community safety partnership and the neighbourhoods inside it. */
export interface DistrictFacts {
  /** GSS code of the district (Office for National Statistics, Open Geography). */
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly councilName: string;
  readonly neighbourhoods: readonly NeighbourhoodFacts[];
}
