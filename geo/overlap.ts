import { bboxesMeet, bboxOf } from "./bbox.ts";
import { distanceMetres, metresPerDegree, metresPerDegreeOfLongitude } from "./distance.ts";
import { eachEdge, ringsOf } from "./rings.ts";
import type { Polygonal } from "./types.ts";

// A sweep in strips of latitude and not a polygon clipper: it needs no valid result, only its area, so that borders
// which run along each other, or rings that cross themselves, can neither stop it nor slow it.

interface Slope {
  southLat: number;
  northLat: number;
  southLng: number;
  /** Degrees of longitude for each degree of latitude. */
  lean: number;
}

const lngAt = ({ southLat, southLng, lean }: Slope, lat: number) => southLng + (lat - southLat) * lean;

/** The edges of a shape between two latitudes, from south to north; level ones bound nothing in a strip. */
function slopesOf(geometry: Polygonal, south: number, north: number): Slope[] {
  const slopes: Slope[] = [];
  for (const ring of ringsOf(geometry)) {
    eachEdge(ring, (x1, y1, x2, y2) => {
      if (y1 === y2 || Math.max(y1, y2) <= south || Math.min(y1, y2) >= north) return;
      const [southLng, southLat, northLat] = y1 < y2 ? [x1, y1, y2] : [x2, y2, y1];
      slopes.push({ southLng, southLat, northLat, lean: (x2 - x1) / (y2 - y1) });
    });
  }
  return slopes.sort((a, b) => a.southLat - b.southLat);
}

/** The intervals that two sets of intervals have in common; a set is sorted ends, in pairs. */
function commonIntervals(a: readonly number[], b: readonly number[]): [start: number, end: number][] {
  const common: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i + 1 < a.length && j + 1 < b.length) {
    const [aStart = 0, aEnd = 0, bStart = 0, bEnd = 0] = [a[i], a[i + 1], b[j], b[j + 1]];
    const [start, end] = [Math.max(aStart, bStart), Math.min(aEnd, bEnd)];
    if (start < end) common.push([start, end]);
    if (aEnd < bEnd) i += 2;
    else j += 2;
  }
  return common;
}

const crossingsAt = (slopes: readonly Slope[], lat: number) =>
  slopes.map((slope) => lngAt(slope, lat)).sort((a, b) => a - b);

/** Latitudes inside a strip where a slope of one set crosses one of the other. */
function crossingLats(a: readonly Slope[], b: readonly Slope[], south: number, north: number): number[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const [below, above] = [
        lngAt(one, south) - lngAt(other, south),
        lngAt(one, north) - lngAt(other, north),
      ];
      return below * above < 0 ? [south + (north - south) * (below / (below - above))] : [];
    }),
  );
}

/** What two shapes have in common. */
export interface Overlap {
  squareMetres: number;
  /** The area over the diagonal of the box round it: a few metres for a sliver along a border of any length. */
  meanWidthMetres: number;
}

/** The overlap of two shapes, each by the even-odd rule. */
export function overlapOf(first: Polygonal, second: Polygonal): Overlap {
  const [firstBox, secondBox] = [bboxOf(first), bboxOf(second)];
  if (!bboxesMeet(firstBox, secondBox)) return { squareMetres: 0, meanWidthMetres: 0 };
  const [south, north] = [Math.max(firstBox[1], secondBox[1]), Math.min(firstBox[3], secondBox[3])];
  const [firstSlopes, secondSlopes] = [slopesOf(first, south, north), slopesOf(second, south, north)];
  const lats = [
    south,
    north,
    ...[...firstSlopes, ...secondSlopes].flatMap(({ southLat, northLat }) => [southLat, northLat]),
  ]
    .filter((lat) => lat >= south && lat <= north)
    .sort((a, b) => a - b);

  let squareMetres = 0;
  let [boxWest, boxSouth, boxEast, boxNorth] = [Infinity, Infinity, -Infinity, -Infinity];
  let active: [Slope[], Slope[]] = [[], []];
  // Both lists run from south to north, so each slope joins once, by moving from the end of a reversed list.
  const waiting = [firstSlopes.toReversed(), secondSlopes.toReversed()] as const;
  const advance = (set: 0 | 1, stripSouth: number): Slope[] => {
    const kept = active[set].filter(({ northLat }) => northLat > stripSouth);
    for (
      let slope = waiting[set].at(-1);
      slope && slope.southLat <= stripSouth;
      slope = waiting[set].at(-1)
    ) {
      waiting[set].pop();
      if (slope.northLat > stripSouth) kept.push(slope);
    }
    return kept;
  };
  for (const [at, stripSouth] of lats.entries()) {
    const stripNorth = lats[at + 1];
    if (stripNorth === undefined || stripNorth === stripSouth) continue;
    active = [advance(0, stripSouth), advance(1, stripSouth)];
    const [a, b] = active;
    if (a.length === 0 || b.length === 0) continue;
    const bounds = [stripSouth, ...crossingLats(a, b, stripSouth, stripNorth), stripNorth].sort(
      (x, y) => x - y,
    );
    for (let bound = 1; bound < bounds.length; bound++) {
      const [low = 0, high = 0] = [bounds[bound - 1], bounds[bound]];
      // Between crossings the common length is linear in latitude, so the middle stands for the strip.
      const middle = (low + high) / 2;
      for (const [start, end] of commonIntervals(crossingsAt(a, middle), crossingsAt(b, middle))) {
        const widthMetres = (end - start) * metresPerDegreeOfLongitude(middle);
        squareMetres += widthMetres * (high - low) * metresPerDegree;
        // What is narrower than a millimetre is arithmetic, not an overlap.
        if (widthMetres < 0.001) continue;
        [boxWest, boxEast] = [Math.min(boxWest, start), Math.max(boxEast, end)];
        [boxSouth, boxNorth] = [Math.min(boxSouth, low), Math.max(boxNorth, high)];
      }
    }
  }
  if (boxEast < boxWest) return { squareMetres, meanWidthMetres: 0 };
  const diagonalMetres = distanceMetres([boxWest, boxSouth], [boxEast, boxNorth]);
  return { squareMetres, meanWidthMetres: squareMetres / diagonalMetres };
}
