import type { FeatureCollection, Position } from "geojson";
import { feature as toGeoJson } from "topojson-client";
import { topology as toTopology } from "topojson-server";
import { presimplify } from "topojson-simplify";
import { bboxOf } from "./bbox.ts";
import { metresPerDegree, metresPerDegreeOfLongitude } from "./distance.ts";
import { eachEdge, polygonsOf, signedAreaSquareDegrees } from "./rings.ts";
import { findMeetings, type Segment } from "./segments.ts";
import type { Polygonal } from "./types.ts";

const tilePixels = 256;
// A centimetre; finer is noise in any boundary.
const mostDecimals = 7;
// Detail comes back to a spoilt arc in steps, and the last step is all of it.
const lossSteps = [1, 1 / 4, 1 / 16, 1 / 256, 0] as const;

/** The detail to lose at a zoom of web maps (256-pixel tiles), in degrees: one pixel of longitude. */
export const toleranceForZoom = (zoom: number): number => 360 / (tilePixels * 2 ** zoom);

/** Decimals that keep a quarter of the tolerance. */
const decimalsFor = (toleranceDegrees: number) =>
  Math.min(mostDecimals, Math.max(0, Math.ceil(-Math.log10(toleranceDegrees / 4))));

type Topology = ReturnType<typeof toTopology>;

const roundTo = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** An arc with the positions that weigh enough and its two ends, rounded, without repeats. */
function thin(arc: readonly Position[], leastWeight: number, decimals: number): Position[] {
  const kept: Position[] = [];
  for (const [x = NaN, y = NaN, weight = Infinity] of arc) {
    if (weight < leastWeight) continue;
    const [roundX, roundY] = [roundTo(x, decimals), roundTo(y, decimals)];
    const last = kept.at(-1);
    if (last?.[0] !== roundX || last[1] !== roundY) kept.push([roundX, roundY]);
  }
  // An arc stays a line, if of no length, or the rings it is part of could not be put together.
  return kept.length === 1 ? [...kept, ...kept] : kept;
}

function segmentsOf(arcs: readonly Position[][]): Segment[] {
  const segments: Segment[] = [];
  for (const [line, arc] of arcs.entries()) {
    eachEdge(arc, (x1, y1, x2, y2) => segments.push({ line, x1, y1, x2, y2 }));
  }
  return segments;
}

const isPolygonal = (geometry: { type: string }): geometry is Polygonal =>
  geometry.type === "Polygon" || geometry.type === "MultiPolygon";

/** The arc indices of each ring of each area, in the order of the areas. */
function ringArcs(topology: Topology): number[][] {
  const areas = topology.objects["areas"];
  const geometries = areas?.type === "GeometryCollection" ? areas.geometries : [];
  return geometries.flatMap((geometry) => {
    if (geometry.type === "Polygon") return geometry.arcs;
    return geometry.type === "MultiPolygon" ? geometry.arcs.flat() : [];
  });
}

function geometriesOf(topology: Topology, arcs: Position[][]): Polygonal[] {
  const areas = topology.objects["areas"];
  const collection = areas && toGeoJson({ ...topology, arcs, objects: {} }, areas);
  const features = collection?.type === "FeatureCollection" ? collection.features : [];
  return features.map(({ geometry }) => geometry).filter(isPolygonal);
}

/** The rings without an inside, and the pairs of arcs that run into each other, each pair once. */
function flawsOf(
  topology: Topology,
  arcs: Position[][],
): { rings: number[]; pairs: Map<string, [number, number]> } {
  const shapes = geometriesOf(topology, arcs).flatMap((geometry) => polygonsOf(geometry).flat());
  const rings = [...shapes.keys()].filter((at) => signedAreaSquareDegrees(shapes[at] ?? []) === 0);
  const pairs = new Map<string, [number, number]>();
  for (const { first, second } of findMeetings(segmentsOf(arcs), Infinity)) {
    const pair: [number, number] = [Math.min(first.line, second.line), Math.max(first.line, second.line)];
    pairs.set(pair.join(), pair);
  }
  return { rings, pairs };
}

/**
 * Simplifies areas together (Visvalingam over shared arcs), so that a border two areas share stays one border. Where
 * an area would vanish or borders would cross, the detail is given back. Coordinates are rounded to what the tolerance
 * shows. Give all areas of a map at once, and the originals: of two results with different tolerances, borders differ.
 * @param toleranceDegrees the detail to lose, in degrees of latitude; see {@link toleranceForZoom}
 */
export function simplifyTogether<Area extends { geometry: Polygonal }>(
  areas: readonly Area[],
  toleranceDegrees: number,
): (Area & { geometry: Polygonal })[] {
  if (areas.length === 0) return [];
  const collection: FeatureCollection<Polygonal> = {
    type: "FeatureCollection",
    features: areas.map(({ geometry }) => ({ type: "Feature", properties: null, geometry })),
  };
  const shared = toTopology({ areas: collection });
  const topology = { ...shared, arcs: presimplify({ ...shared, objects: {} }).arcs };
  const rings = ringArcs(topology);
  const [, south, , north] = bboxOf(...areas.map(({ geometry }) => geometry));
  // Weights are triangles in square degrees, and a degree of longitude is the shorter here.
  const shrink = metresPerDegreeOfLongitude((south + north) / 2) / metresPerDegree;
  const leastWeight = toleranceDegrees ** 2 / shrink;

  // Borders drawn apart from each other cross in the original already: that is not ours to mend, nor a reason to
  // keep every detail of them.
  const before = flawsOf(topology, topology.arcs);
  const spoiltIn = (arcs: Position[][]): Set<number> => {
    const after = flawsOf(topology, arcs);
    const ofRings = after.rings
      .filter((ring) => !before.rings.includes(ring))
      .flatMap((ring) => rings[ring] ?? []);
    const ofPairs = [...after.pairs]
      .filter(([pair]) => !before.pairs.has(pair))
      .flatMap(([, arcsMet]) => arcsMet);
    return new Set([...ofRings.map((arc) => (arc < 0 ? ~arc : arc)), ...ofPairs]);
  };

  const simplifyAt = (decimals: number) => {
    const lossOf = new Map<number, number>();
    for (;;) {
      const arcs = topology.arcs.map((arc, at) =>
        thin(arc, leastWeight * (lossSteps[lossOf.get(at) ?? 0] ?? 0), decimals),
      );
      const spoilt = spoiltIn(arcs);
      const mendable = [...spoilt].filter((arc) => (lossOf.get(arc) ?? 0) < lossSteps.length - 1);
      if (mendable.length === 0) return { arcs, isSound: spoilt.size === 0 };
      for (const arc of mendable) lossOf.set(arc, (lossOf.get(arc) ?? 0) + 1);
    }
  };

  let decimals = decimalsFor(toleranceDegrees);
  let result = simplifyAt(decimals);
  // What rounding itself has spoilt needs more decimals.
  while (!result.isSound && decimals < mostDecimals) result = simplifyAt(++decimals);
  const geometries = geometriesOf(topology, result.arcs);
  return areas.map((area, at) => ({ ...area, geometry: geometries[at] ?? area.geometry }));
}
