import type { Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

import type { LngLat } from "#geo/types.ts";

import type { Claimant } from "./claim.ts";
import { claim } from "./claim.ts";
import { cornerToLngLat } from "./grid.ts";
import { rasterOutline } from "./raster-outline.ts";
import { smoothArc } from "./smooth.ts";
import { tidy } from "./tidy.ts";
import { traceRings } from "./trace.ts";

// In square cells: a corner that spans less than this is noise of the grid, not shape.
const leastTriangle = 0.22;

/**
 * Grows one polygon for each claimant inside an outline; together they tile it. Borders are smoothed as shared
 * arcs, once for both sides, so that neighbours meet in identical vertices. WGS84 longitude, latitude.
 */
export const growBoundaries = (outline: readonly LngLat[], claimants: readonly Claimant[]): Polygon[] => {
  const cells = rasterOutline(outline);
  claim(cells, claimants);
  tidy(cells);
  const rings = traceRings(cells);
  const grown = topology(
    Object.fromEntries(
      claimants.map((_, owner): [string, Polygon] => [
        String(owner),
        { type: "Polygon", coordinates: rings.get(owner) ?? [] },
      ]),
    ),
  );
  const { arcs } = simplify(
    presimplify({ type: "Topology", objects: {}, arcs: grown.arcs.map(smoothArc) }),
    leastTriangle,
  );
  grown.arcs = arcs.map((arc) => arc.map(([column = 0, row = 0]): Position => cornerToLngLat(column, row)));
  return claimants.map((_, owner) => {
    const object = grown.objects[String(owner)];
    if (object?.type !== "Polygon") throw new Error(`Demonstration neighbourhood ${owner} has no boundary.`);
    return feature(grown, object).geometry;
  });
};
