import { metresPerDegree, metresPerDegreeOfLongitude } from "./distance.ts";
import { ringsOf } from "./rings.ts";
import type { BboxWsen, LngLat, Polygonal } from "./types.ts";

/** The smallest box round some shapes; of no shape at all, a box that holds nothing (west beyond east). */
export function bboxOf(...geometries: readonly Polygonal[]): BboxWsen {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    for (const ring of ringsOf(geometry)) {
      for (const [lng = NaN, lat = NaN] of ring) {
        west = Math.min(west, lng);
        south = Math.min(south, lat);
        east = Math.max(east, lng);
        north = Math.max(north, lat);
      }
    }
  }
  return [west, south, east, north];
}

/** Whether a point lies in the box or on its edge. */
export const bboxContains = ([west, south, east, north]: BboxWsen, [lng, lat]: LngLat): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

/** Whether two boxes share at least a point. */
export const bboxesMeet = (a: BboxWsen, b: BboxWsen): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** The box that reaches at least some metres round a point; not for use within a kilometre of a pole. */
export function bboxAround([lng, lat]: LngLat, metres: number): BboxWsen {
  const latMargin = metres / metresPerDegree;
  // The side nearer the pole has the shortest degrees.
  const lngMargin = metres / metresPerDegreeOfLongitude(Math.min(89, Math.abs(lat) + latMargin));
  return [lng - lngMargin, lat - latMargin, lng + lngMargin, lat + latMargin];
}
