import type { Position } from "geojson";
import polylabel from "polylabel";
import { metresPerDegree, metresPerDegreeOfLongitude } from "./distance.ts";
import { createCovers } from "./latitude-bands.ts";
import { eachEdge, lngLatOf, polygonsOf, signedAreaSquareDegrees } from "./rings.ts";
import type { LngLat, Polygonal } from "./types.ts";

// Of the square root of the area: a label is well placed to a hundredth of the shape it names.
const precisionShare = 0.01;

const areaOf = (rings: Position[][]) => Math.abs(signedAreaSquareDegrees(rings[0] ?? []));

/** The middle of the widest stretch inside, half-way up each pair of neighbouring vertices: for the thinnest shapes. */
function widestStretchCentre(rings: Position[][]): LngLat {
  const lats = [...new Set(rings.flat().map((position) => lngLatOf(position)[1]))].sort((a, b) => a - b);
  let best: { width: number; centre: LngLat } = { width: -1, centre: lngLatOf(rings[0]?.[0] ?? []) };
  for (const [at, south] of lats.entries()) {
    const lat = (south + (lats[at + 1] ?? south)) / 2;
    const crossings: number[] = [];
    for (const ring of rings) {
      eachEdge(ring, (x1, y1, x2, y2) => {
        if (y1 > lat !== y2 > lat) crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
      });
    }
    crossings.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const [west = NaN, east = NaN] = crossings.slice(pair, pair + 2);
      if (east - west > best.width) best = { width: east - west, centre: [(west + east) / 2, lat] };
    }
  }
  return best.centre;
}

/**
 * A point inside the shape to hang a label on: the point of its largest part that is furthest from any border
 * (polylabel). A shape without an inside answers one of its positions.
 */
export function centreOf(geometry: Polygonal): LngLat {
  const largest = polygonsOf(geometry).reduce((a, b) => (areaOf(b) >= areaOf(a) ? b : a), [[]]);
  const [, middleLat] = lngLatOf(largest[0]?.[0] ?? []);
  // Degrees of longitude are shorter here; unstretched, the search would favour tall gaps.
  const stretch = metresPerDegreeOfLongitude(middleLat) / metresPerDegree;
  const plane = largest.map((ring) =>
    ring.map(([lng = NaN, lat = NaN]): [number, number] => [lng * stretch, lat]),
  );
  const area = areaOf(largest);
  if (area > 0) {
    const [x, lat] = polylabel(plane, Math.sqrt(area * stretch) * precisionShare);
    if (createCovers(largest)(x / stretch, lat)) return [x / stretch, lat];
  }
  return widestStretchCentre(largest);
}
