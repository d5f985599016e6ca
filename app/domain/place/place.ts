export const placeKinds = ["city", "town", "suburb", "village", "hamlet", "locality"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A named place: WGS84 degrees; `districtCode` is the GSS code where known. */
export interface Place {
  name: string;
  kind: PlaceKind;
  lng: number;
  lat: number;
  districtCode: string | null;
}
