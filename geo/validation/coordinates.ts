import { bboxContains } from "../bbox.ts";
import { looksLikeNationalGrid } from "../national-grid.ts";
import { lngLatOf, ringsOf } from "../rings.ts";
import type { BboxWsen, LngLat } from "../types.ts";
import type { BoundaryFeature, BoundaryProblem } from "./problem.ts";

// From Rockall's side of St Kilda to Lowestoft, from Scilly to Shetland.
const greatBritain: BboxWsen = [-9, 49.8, 2, 61];

type Fault = "not-a-number" | "national-grid" | "other-metres" | "swapped" | "not-in-great-britain";

const messages: Readonly<Record<Fault, string>> = {
  "not-a-number": "A coordinate is not a number. Export the boundaries again.",
  "national-grid":
    "These coordinates look like British National Grid metres (eastings and northings), not degrees. " +
    "Export the boundaries as WGS84 (EPSG:4326).",
  "other-metres":
    "These coordinates are not degrees: longitude runs from -180 to 180 and latitude from -90 to 90. " +
    "Export the boundaries as WGS84 (EPSG:4326).",
  swapped:
    "Latitude and longitude are the wrong way round. Longitude comes first in GeoJSON: [-1.55, 53.14], not [53.14, -1.55].",
  "not-in-great-britain":
    "This position is not in Great Britain. Check that the file is the right one and is in WGS84 (EPSG:4326).",
};

function faultOf([lng, lat]: LngLat): Fault | null {
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return "not-a-number";
  if (looksLikeNationalGrid(lng, lat)) return "national-grid";
  // Swapped is told first: a swapped pair is a legal one, and only Great Britain's box shows it.
  if (bboxContains(greatBritain, [lat, lng])) return "swapped";
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return "other-metres";
  return bboxContains(greatBritain, [lng, lat]) ? null : "not-in-great-britain";
}

const severalAreas = (count: number, all: number) =>
  count > 1 ? ` (${count} of ${all} areas are like this.)` : "";

/**
 * Coordinates that cannot be degrees in Great Britain: one problem for each kind, at the first area that has it, since
 * a whole file has it as a rule. Also which areas are affected: what else is wrong with them means nothing yet.
 */
export function coordinateProblems(
  features: readonly BoundaryFeature[],
  forceBboxWsen?: BboxWsen,
): { problems: BoundaryProblem[]; affected: Set<number> } {
  const found = new Map<Fault, { featureIndex: number; position: LngLat; areas: number }>();
  const affected = new Set<number>();
  const outside: number[] = [];
  for (const [featureIndex, { geometry }] of features.entries()) {
    const positions = ringsOf(geometry).flat().map(lngLatOf);
    const faulty = positions.find((position) => faultOf(position) !== null);
    const fault = faulty && faultOf(faulty);
    if (faulty && fault) {
      affected.add(featureIndex);
      const first = found.get(fault);
      if (first) first.areas += 1;
      else found.set(fault, { featureIndex, position: faulty, areas: 1 });
    } else if (forceBboxWsen && !positions.some((position) => bboxContains(forceBboxWsen, position))) {
      outside.push(featureIndex);
    }
  }
  const problems = [...found].map(([fault, { featureIndex, position, areas }]): BoundaryProblem => ({
    featureIndex,
    id: features[featureIndex]?.id ?? null,
    position,
    severity: "error",
    message: messages[fault] + severalAreas(areas, features.length),
  }));
  const outsideProblems = outside.map((featureIndex): BoundaryProblem => ({
    featureIndex,
    id: features[featureIndex]?.id ?? null,
    severity: "warning",
    message: "This area lies wholly outside the force. Check that it belongs in this file.",
  }));
  return { problems: [...problems, ...outsideProblems], affected };
}
