import { readFileSync } from "node:fs";
import whichPolygon from "which-polygon";
import { bboxOf } from "#geo/bbox.ts";
import { parseAreaCollection } from "#geo/geojson.ts";
import { createAreaIndex } from "#geo/which-area.ts";

const neighbourhoods = "../shared/data/neighbourhoods/neighbourhoods_95_APPROX.geojson";
const pointCount = 100_000;
const rounds = 11;

type Find = (lng: number, lat: number) => boolean;

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

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Answers a second over all the points, and how many points were found. */
function timeRound(find: Find, lngLats: Float64Array): { perSecond: number; found: number } {
  let found = 0;
  const started = performance.now();
  for (let at = 0; at < lngLats.length; at += 2) {
    if (find(lngLats[at] ?? 0, lngLats[at + 1] ?? 0)) found++;
  }
  return { perSecond: (lngLats.length / 2 / (performance.now() - started)) * 1000, found };
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
  const ours: Find = (lng, lat) => index.find(lng, lat) >= 0;
  const theirs: Find = (lng, lat) => query([lng, lat]) !== null;
  const oursPerSecond: number[] = [];
  const theirsPerSecond: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [a, b] = [timeRound(ours, lngLats), timeRound(theirs, lngLats)];
    if (a.found !== b.found) throw new Error(`Ours found ${a.found}, which-polygon ${b.found}`);
    oursPerSecond.push(a.perSecond);
    theirsPerSecond.push(b.perSecond);
    // Let the runtime breathe, so that neither pays for the other's rubbish.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [o, w] = [median(oursPerSecond), median(theirsPerSecond)];
  return { ours: o, whichPolygon: w, ratio: o / w };
}
