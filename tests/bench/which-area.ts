import { readFileSync } from "node:fs";
import whichPolygon from "which-polygon";
import { bboxOf } from "#geo/bbox.ts";
import { parseAreaCollection } from "#geo/geojson.ts";
import { createAreaIndex } from "#geo/which-area.ts";
import { compareFinds } from "./compare-finds.ts";

const neighbourhoods = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";
const pointCount = 100_000;

/** Deterministic numbers from 0 to 1 (mulberry32), so that every run asks the same questions. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Answers a second of our area index and of which-polygon on the 95 real polygons, over random points in their box:
 * the median of alternating rounds in one run. Both must find the same number of points.
 * @throws Error when the open data is not there.
 */
export async function benchWhichArea(): Promise<{ ours: number; whichPolygon: number; ratio: number }> {
  const parsed = parseAreaCollection(JSON.parse(readFileSync(neighbourhoods, "utf8")));
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  const { features } = parsed.collection;
  const [west, south, east, north] = bboxOf(...features.map(({ geometry }) => geometry));
  const random = createRandom(1);
  const lngLats = Float64Array.from({ length: pointCount * 2 }, (_, at) =>
    at % 2 === 0 ? west + random() * (east - west) : south + random() * (north - south),
  );

  const index = createAreaIndex(features);
  const query = whichPolygon({ type: "FeatureCollection", features });
  return compareFinds(
    (lng, lat) => index.find(lng, lat) >= 0,
    (lng, lat) => query([lng, lat]) !== null,
    lngLats,
  );
}
