import { bboxesMeet, bboxOf } from "./bbox.ts";
import { metresPerDegree, metresPerDegreeOfLongitude } from "./distance.ts";
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

/** Length that two sets of intervals (sorted ends, in pairs) have in common. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  let [length, i, j] = [0, 0, 0];
  while (i + 1 < a.length && j + 1 < b.length) {
    const [aStart = 0, aEnd = 0, bStart = 0, bEnd = 0] = [a[i], a[i + 1], b[j], b[j + 1]];
    length += Math.max(0, Math.min(aEnd, bEnd) - Math.max(aStart, bStart));
    if (aEnd < bEnd) i += 2;
    else j += 2;
  }
  return length;
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

/** Area that two shapes have in common, in square metres; each by the even-odd rule. */
export function overlapSquareMetres(first: Polygonal, second: Polygonal): number {
  const [firstBox, secondBox] = [bboxOf(first), bboxOf(second)];
  if (!bboxesMeet(firstBox, secondBox)) return 0;
  const [south, north] = [Math.max(firstBox[1], secondBox[1]), Math.min(firstBox[3], secondBox[3])];
  const waiting = [slopesOf(first, south, north), slopesOf(second, south, north)] as const;
  const lats = [south, north, ...waiting.flat().flatMap(({ southLat, northLat }) => [southLat, northLat])]
    .filter((lat) => lat >= south && lat <= north)
    .sort((a, b) => a - b);

  let squareMetres = 0;
  const next = [0, 0];
  let active: [Slope[], Slope[]] = [[], []];
  const advance = (set: 0 | 1, stripSouth: number): Slope[] => {
    const kept = active[set].filter(({ northLat }) => northLat > stripSouth);
    for (let slope = waiting[set][next[set] ?? 0]; slope && slope.southLat <= stripSouth;) {
      if (slope.northLat > stripSouth) kept.push(slope);
      next[set] = (next[set] ?? 0) + 1;
      slope = waiting[set][next[set] ?? 0];
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
      const degrees = commonLength(crossingsAt(a, middle), crossingsAt(b, middle));
      squareMetres += degrees * metresPerDegreeOfLongitude(middle) * (high - low) * metresPerDegree;
    }
  }
  return squareMetres;
}
