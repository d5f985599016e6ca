import type { Position } from "geojson";
import { orient2d } from "robust-predicates";
import { eachEdge } from "./rings.ts";

/** Whether a polygon covers a point: inside, or exactly on its border. */
export type Covers = (lng: number, lat: number) => boolean;

// Few enough edges in a band to scan, and few enough bands that a long edge is not stored hundreds of times.
const edgesPerBand = 2;
const mostBands = 4096;

interface Edge {
  lowX: number;
  lowY: number;
  highX: number;
  highY: number;
}

/** Every edge from its lower to its higher end, so that two polygons that share one judge a point alike. */
function edgesUpwards(rings: readonly Position[][]): Edge[] {
  const edges: Edge[] = [];
  for (const ring of rings) {
    eachEdge(ring, (x1, y1, x2, y2) => {
      const upwards = y1 < y2 || (y1 === y2 && x1 <= x2);
      edges.push(
        upwards ? { lowX: x1, lowY: y1, highX: x2, highY: y2 } : { lowX: x2, lowY: y2, highX: x1, highY: y1 },
      );
    });
  }
  return edges;
}

/**
 * Prepares one polygon for exact point-in-polygon tests. Its edges are copied into bands of equal height in latitude,
 * so that a test looks only at the edges beside the point.
 * @param rings closed rings, outer first then holes, in longitude, latitude
 */
export function createCovers(rings: readonly Position[][]): Covers {
  const edges = edgesUpwards(rings);
  const south = edges.reduce((least, { lowY }) => Math.min(least, lowY), Infinity);
  const north = edges.reduce((most, { highY }) => Math.max(most, highY), -Infinity);
  const bandCount = Math.max(1, Math.min(mostBands, Math.ceil(edges.length / edgesPerBand)));
  const bandsPerDegree = north > south ? bandCount / (north - south) : 0;
  const bandOf = (lat: number) => Math.min(bandCount - 1, Math.floor((lat - south) * bandsPerDegree));

  // Count, then place: one flat array of lowX, lowY, highX, highY, where starts[band] is in edges.
  const starts = new Uint32Array(bandCount + 1);
  const bandsOf = (edge: Edge) => ({ from: bandOf(edge.lowY), to: bandOf(edge.highY) });
  for (const edge of edges) {
    const { from, to } = bandsOf(edge);
    for (let band = from; band <= to; band++) starts[band + 1] = (starts[band + 1] ?? 0) + 1;
  }
  for (let band = 0; band < bandCount; band++)
    starts[band + 1] = (starts[band + 1] ?? 0) + (starts[band] ?? 0);
  const next = starts.slice();
  const flat = new Float64Array((starts[bandCount] ?? 0) * 4);
  for (const edge of edges) {
    const { from, to } = bandsOf(edge);
    for (let band = from; band <= to; band++) {
      const place = next[band] ?? 0;
      flat.set([edge.lowX, edge.lowY, edge.highX, edge.highY], place * 4);
      next[band] = place + 1;
    }
  }

  return (lng, lat) => {
    if (!(lat >= south && lat <= north)) return false;
    const band = bandOf(lat);
    const end = (starts[band + 1] ?? 0) * 4;
    let inside = false;
    for (let at = (starts[band] ?? 0) * 4; at < end; at += 4) {
      const lowY = flat[at + 1] ?? 0;
      const highY = flat[at + 3] ?? 0;
      if (lat < lowY || lat > highY) continue;
      const lowX = flat[at] ?? 0;
      const highX = flat[at + 2] ?? 0;
      if (lng > lowX && lng > highX) continue;
      if (lng < lowX && lng < highX) {
        // The upper end belongs to the next edge, or a vertex would be counted twice.
        if (lat < highY) inside = !inside;
        continue;
      }
      // Exact arithmetic: on the line is 0 and nothing else is.
      const side = orient2d(lowX, lowY, highX, highY, lng, lat);
      if (side === 0) return true;
      if (side < 0 && lat < highY) inside = !inside;
    }
    return inside;
  };
}
