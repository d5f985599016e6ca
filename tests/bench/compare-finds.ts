import { setImmediate } from "node:timers/promises";

/** Whether any area covers a point. */
export type Find = (lng: number, lat: number) => boolean;

const rounds = 11;

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

/** Answers a second of ours and of which-polygon: the median of alternating rounds. Both must find as many points. */
export async function compareFinds(
  ours: Find,
  theirs: Find,
  lngLats: Float64Array,
): Promise<{ ours: number; whichPolygon: number; ratio: number }> {
  const oursPerSecond: number[] = [];
  const theirsPerSecond: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [a, b] = [timeRound(ours, lngLats), timeRound(theirs, lngLats)];
    if (a.found !== b.found) throw new Error(`Ours found ${a.found}, which-polygon ${b.found}`);
    oursPerSecond.push(a.perSecond);
    theirsPerSecond.push(b.perSecond);
    // Let the runtime breathe, so that neither pays for the other's rubbish.
    await setImmediate();
  }
  const [o, w] = [median(oursPerSecond), median(theirsPerSecond)];
  return { ours: o, whichPolygon: w, ratio: o / w };
}
