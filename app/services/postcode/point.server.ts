import type { LngLat } from "#geo/types.ts";

/** WGS84 degrees. */
export interface Point {
  lng: number;
  lat: number;
}

/** What a postcode has whose publisher gives no point. */
export const noPoint: Point = { lng: NaN, lat: NaN };

// A millionth of a degree is a tenth of a metre; no source is nearly that exact.
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

export const toPoint = ([lng, lat]: LngLat): Point => ({ lng: rounded(lng), lat: rounded(lat) });

/** Whether a position can be a postcode's: the United Kingdom and the Crown Dependencies. */
export const isInTheIsles = (lng: number, lat: number): boolean =>
  lat >= 49 && lat <= 61 && lng >= -9 && lng <= 2.2;
