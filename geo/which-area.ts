import Flatbush from "flatbush";
import { createBorders } from "./borders.ts";
import { createCovers } from "./latitude-bands.ts";
import { eachEdge, polygonsOf } from "./rings.ts";
import type { Polygonal } from "./types.ts";

/** An area, by its index in the list given, and how far its border is. */
export interface NearArea {
  area: number;
  distanceMetres: number;
}

/** Which of some areas a point lies in. Areas are named by their index in the list given; degrees are WGS84. */
export interface AreaIndex {
  /** The first listed area that covers the point, its border included, or -1. */
  find(lng: number, lat: number): number;
  /** Every area that covers the point, in the order listed. */
  findAll(lng: number, lat: number): number[];
  /** The areas whose border is within a distance, from inside or outside, nearest first. */
  near(lng: number, lat: number, withinMetres: number): NearArea[];
  /** Metres to the border of one area from either side. */
  borderDistanceMetres(area: number, lng: number, lat: number): number;
  /** The area that covers the point, at 0 m, or else the one whose border is nearest; null beyond the distance. */
  nearest(lng: number, lat: number, withinMetres: number): NearArea | null;
}

const firstReachMetres = 100;

/** Prepares areas for many questions. Rings must be closed; parts of one area must not overlap. */
export function createAreaIndex(areas: readonly { geometry: Polygonal }[]): AreaIndex {
  const polygons = areas.flatMap(({ geometry }, area) =>
    polygonsOf(geometry).map((rings) => ({ area, rings, covers: createCovers(rings) })),
  );
  const boxes = polygons.length > 0 ? new Flatbush(polygons.length) : null;
  for (const { rings } of polygons) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    eachEdge(rings[0] ?? [], (x1, y1, x2, y2) => {
      west = Math.min(west, x1, x2);
      south = Math.min(south, y1, y2);
      east = Math.max(east, x1, x2);
      north = Math.max(north, y1, y2);
    });
    boxes?.add(west, south, east, north);
  }
  boxes?.finish();
  const borders = createBorders(areas);

  const candidates = (lng: number, lat: number): number[] =>
    // The box search takes what is not a number for everywhere.
    boxes !== null && Number.isFinite(lng) && Number.isFinite(lat) ? boxes.search(lng, lat, lng, lat) : [];

  function find(lng: number, lat: number): number {
    let first = -1;
    for (const candidate of candidates(lng, lat)) {
      const polygon = polygons[candidate];
      if (polygon && (first < 0 || polygon.area < first) && polygon.covers(lng, lat)) first = polygon.area;
    }
    return first;
  }

  function near(lng: number, lat: number, withinMetres: number): NearArea[] {
    return [...borders.within(lng, lat, withinMetres)]
      .map(([area, distanceMetres]) => ({ area, distanceMetres }))
      .sort((a, b) => a.distanceMetres - b.distanceMetres || a.area - b.area);
  }

  return {
    find,
    near,
    findAll(lng, lat) {
      const found = new Set<number>();
      for (const candidate of candidates(lng, lat)) {
        const polygon = polygons[candidate];
        if (polygon?.covers(lng, lat)) found.add(polygon.area);
      }
      return [...found].sort((a, b) => a - b);
    },
    borderDistanceMetres: (area, lng, lat) => borders.distanceMetres(area, lng, lat),
    nearest(lng, lat, withinMetres) {
      const inside = find(lng, lat);
      if (inside >= 0) return { area: inside, distanceMetres: 0 };
      // Widening circles: most points asked about are beside a border, and a wide circle holds thousands of edges.
      for (
        let reach = Math.min(firstReachMetres, withinMetres);
        ;
        reach = Math.min(reach * 4, withinMetres)
      ) {
        const [first] = near(lng, lat, reach);
        if (first) return first;
        if (!(reach < withinMetres)) return null;
      }
    },
  };
}
