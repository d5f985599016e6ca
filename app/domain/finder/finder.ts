import type { EditionLabel } from "#app/domain/edition/edition.ts";
import type { Place } from "#app/domain/place/place.ts";
import type { LngLat, Polygonal } from "#geo/types.ts";
import type { FoundNeighbourhood, LocateAnswer, PostcodeAnswer } from "./answer.ts";

export interface FinderNeighbourhood extends FoundNeighbourhood {
  id: string;
  description: string | null;
  geometry: Polygonal;
  centre: LngLat;
  districtCode: string | null;
}

/** Where a postcode is: `lng`/`lat` in WGS84 degrees, NaN where the publisher gives no point. */
export interface PostcodePoint {
  postcode: string;
  lng: number;
  lat: number;
  districtCode: string | null;
  terminatedIn: string | null;
}

/** Postcodes of other forces under one outward code, packed as in `db/schema/postcode.ts`. */
export interface OutsideOutward {
  outward: string;
  districtCodes: readonly string[];
  units: Uint8Array;
}

/** All that the finder answers from, read once per edition. */
export interface FinderFacts {
  /** Changes whenever an edition in force changes; part of every ETag. */
  version: string;
  editions: { boundaries: EditionLabel; postcodes: EditionLabel | null; places: EditionLabel | null };
  neighbourhoods: readonly FinderNeighbourhood[];
  postcodes: readonly PostcodePoint[];
  outside: readonly OutsideOutward[];
  recordedPostcodes: readonly { postcode: string; neighbourhoodId: string }[];
  recordedOutwards: readonly { outward: string; neighbourhoodId: string }[];
  places: readonly Place[];
  /** GSS codes of the districts that belong to the force, with their names. */
  districts: readonly { code: string; name: string; slug: string }[];
}

export interface PlaceMatch {
  name: string;
  kind: Place["kind"] | "neighbourhood";
  district: string | null;
  neighbourhood: FoundNeighbourhood | null;
  lng: number;
  lat: number;
}

/** The finder over one set of editions: pure, in memory, answers in microseconds. */
export interface Finder {
  version: string;
  editions: FinderFacts["editions"];
  neighbourhoods: readonly FinderNeighbourhood[];
  districts: FinderFacts["districts"];
  bySlug: (slug: string) => FinderNeighbourhood | null;
  answerPostcode: (typed: string) => PostcodeAnswer;
  locate: (lng: number, lat: number) => LocateAnswer;
  /** Best first, misspellings forgiven; at most `limit`. */
  searchPlaces: (words: string, limit: number) => PlaceMatch[];
  /** Neighbourhoods that share or nearly share a border with this one. */
  neighboursOf: (slug: string) => FoundNeighbourhood[];
}
