import type { LngLat } from "#geo/types.ts";

// Cells of about 200 m by 200 m at 53.1 degrees north: fine enough for a ward, coarse enough to grow in a blink.
const west = -2.06;
const south = 52.67;
const cellLng = 0.003;
const cellLat = 0.0018;

export const columns = 304;
export const rows = 496;

/** The index of the cell that holds a WGS84 position. */
export const cellAt = ([lng, lat]: LngLat): number =>
  Math.floor((lat - south) / cellLat) * columns + Math.floor((lng - west) / cellLng);

/** The centre of a cell as WGS84 longitude, latitude. */
export const centreOf = (cell: number): LngLat => [
  west + ((cell % columns) + 0.5) * cellLng,
  south + (Math.floor(cell / columns) + 0.5) * cellLat,
];

/** A position counted in cells from the south-west corner, as WGS84 longitude, latitude to five decimals (1 m). */
export const cornerToLngLat = (column: number, row: number): [number, number] => [
  Number((west + column * cellLng).toFixed(5)),
  Number((south + row * cellLat).toFixed(5)),
];

/** What a cell holds when it lies outside the county. */
export const outside = -1;

/** What a cell inside the county holds until a neighbourhood reaches it. */
export const unclaimed = -2;
