import Flatbush from "flatbush";
import { bboxAround } from "./bbox.ts";
import { metresPerDegree, metresPerDegreeOfLongitude, squaredDistanceToSegment } from "./distance.ts";
import { eachEdge, ringsOf } from "./rings.ts";
import type { Polygonal } from "./types.ts";

/** Distances to the borders of some areas; an area is its index in the list given. */
export interface Borders {
  /** Metres to the border of one area from either side; Infinity when it has none. */
  distanceMetres(area: number, lng: number, lat: number): number;
  /** Metres to the border of each area that has some of it within a distance. */
  within(lng: number, lat: number, metres: number): Map<number, number>;
}

/** Indexes the borders of areas, edge by edge. */
export function createBorders(areas: readonly { geometry: Polygonal }[]): Borders {
  const flat: number[] = [];
  const areaOfEdge: number[] = [];
  const firstEdge: number[] = [];
  for (const [area, { geometry }] of areas.entries()) {
    firstEdge.push(areaOfEdge.length);
    for (const ring of ringsOf(geometry)) {
      eachEdge(ring, (x1, y1, x2, y2) => {
        flat.push(x1, y1, x2, y2);
        areaOfEdge.push(area);
      });
    }
  }
  const edges = Float64Array.from(flat);
  const owners = Uint32Array.from(areaOfEdge);
  const index = owners.length > 0 ? new Flatbush(owners.length) : null;
  for (let at = 0; at < edges.length; at += 4) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges.subarray(at, at + 4);
    index?.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index?.finish();

  const squaredMetres = (edge: number, lng: number, lat: number, xMetres: number) =>
    squaredDistanceToSegment(
      ((edges[edge * 4] ?? 0) - lng) * xMetres,
      ((edges[edge * 4 + 1] ?? 0) - lat) * metresPerDegree,
      ((edges[edge * 4 + 2] ?? 0) - lng) * xMetres,
      ((edges[edge * 4 + 3] ?? 0) - lat) * metresPerDegree,
    );

  return {
    distanceMetres(area, lng, lat) {
      const xMetres = metresPerDegreeOfLongitude(lat);
      let least = Infinity;
      for (let edge = firstEdge[area] ?? Infinity; owners[edge] === area; edge++) {
        least = Math.min(least, squaredMetres(edge, lng, lat, xMetres));
      }
      return Math.sqrt(least);
    },

    within(lng, lat, metres) {
      const found = new Map<number, number>();
      if (index === null || !Number.isFinite(lng) || !Number.isFinite(lat)) return found;
      const xMetres = metresPerDegreeOfLongitude(lat);
      for (const edge of index.search(...bboxAround([lng, lat], metres))) {
        const distance = Math.sqrt(squaredMetres(edge, lng, lat, xMetres));
        const area = owners[edge] ?? -1;
        if (distance <= metres && distance < (found.get(area) ?? Infinity)) found.set(area, distance);
      }
      return found;
    },
  };
}
