import type { LngLat, Polygonal } from "../types.ts";

/** An area as an importer has read it: nothing about it is trusted yet. */
export interface BoundaryFeature {
  id: string | null;
  name: string | null;
  geometry: Polygonal;
}

/** Something wrong with a file of boundaries, in words for the person who made the file. */
export interface BoundaryProblem {
  /** Place in the file, from 0. */
  featureIndex: number;
  id: string | null;
  /** Which ring of the area, such as "hole 1 of part 2". */
  ring?: string;
  /** Where, as longitude, latitude as the file has them. */
  position?: LngLat;
  /** An error stops an import; a warning is shown and passed. */
  severity: "error" | "warning";
  message: string;
}

/** The part of a problem that a check of one area knows. */
export type ShapeProblem = Omit<BoundaryProblem, "featureIndex" | "id">;

/** "Matlock (ND03)", or as much of it as there is. */
export function labelOf({ id, name }: BoundaryFeature, featureIndex: number): string {
  if (name && id) return `${name} (${id})`;
  return (name ?? "") || (id ?? "") || `area number ${featureIndex + 1} in the file`;
}

/** Degrees as people copy them into a map: latitude first, to about a metre. */
export const placeOf = ([lng, lat]: LngLat): string =>
  `latitude ${lat.toFixed(5)}, longitude ${lng.toFixed(5)}`;
