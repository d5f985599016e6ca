import type { Position } from "geojson";
import type { LngLat, Polygonal } from "./types.ts";

/** A GeoJSON position as longitude, latitude; what is missing is NaN. */
export const lngLatOf = (position: Position): LngLat => [position[0] ?? NaN, position[1] ?? NaN];

/** The polygons of a shape: each its outer ring, then its holes. */
export const polygonsOf = (geometry: Polygonal): Position[][][] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/** Every ring of a shape, outer and inner. */
export const ringsOf = (geometry: Polygonal): Position[][] => polygonsOf(geometry).flat();

/** Calls `visit` for each edge of a ring. */
export function eachEdge(
  ring: readonly Position[],
  visit: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  for (let end = 1; end < ring.length; end++) {
    const [from, to] = [ring[end - 1], ring[end]];
    if (from && to) visit(from[0] ?? NaN, from[1] ?? NaN, to[0] ?? NaN, to[1] ?? NaN);
  }
}

/** Area inside a closed ring in square degrees: positive when it runs counterclockwise. */
export function signedAreaSquareDegrees(ring: readonly Position[]): number {
  const [originX, originY] = lngLatOf(ring[0] ?? []);
  let doubled = 0;
  // Relative to the first position, or the digits that matter are lost in the size of the products.
  eachEdge(ring, (x1, y1, x2, y2) => {
    doubled += (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY);
  });
  return doubled / 2;
}
