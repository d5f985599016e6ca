import type { LngLat } from "./types.ts";

// The mean radius of IUGG 1980. A sphere is right to 0.5 %, which is less than a metre at the 150 m asked of it.
const earthRadiusMetres = 6_371_008.8;
const radiansPerDegree = Math.PI / 180;

/** Metres in one degree of latitude, and of longitude at the equator. */
export const metresPerDegree = earthRadiusMetres * radiansPerDegree;

/** Metres in one degree of longitude at a latitude in degrees. */
export const metresPerDegreeOfLongitude = (lat: number): number =>
  metresPerDegree * Math.cos(lat * radiansPerDegree);

/** Great-circle distance in metres (haversine). */
export function distanceMetres([fromLng, fromLat]: LngLat, [toLng, toLat]: LngLat): number {
  const halfLat = Math.sin(((toLat - fromLat) * radiansPerDegree) / 2);
  const halfLng = Math.sin(((toLng - fromLng) * radiansPerDegree) / 2);
  const chord =
    halfLat ** 2 + Math.cos(fromLat * radiansPerDegree) * Math.cos(toLat * radiansPerDegree) * halfLng ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Square of the distance from the origin to the segment (x1, y1) to (x2, y2), in the square of their unit. */
export function squaredDistanceToSegment(x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squaredLength = dx * dx + dy * dy;
  const along = squaredLength === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / squaredLength));
  return (x1 + along * dx) ** 2 + (y1 + along * dy) ** 2;
}

/** Metres from a point to a segment, on a plane that touches the sphere at the point: for a few kilometres. */
export function distanceToSegmentMetres([lng, lat]: LngLat, start: LngLat, end: LngLat): number {
  const xMetres = metresPerDegreeOfLongitude(lat);
  return Math.sqrt(
    squaredDistanceToSegment(
      (start[0] - lng) * xMetres,
      (start[1] - lat) * metresPerDegree,
      (end[0] - lng) * xMetres,
      (end[1] - lat) * metresPerDegree,
    ),
  );
}
