import type { Position } from "geojson";
import { createCovers } from "../latitude-bands.ts";
import { eachEdge, lngLatOf, polygonsOf, signedAreaSquareDegrees } from "../rings.ts";
import { findMeetings, type Segment } from "../segments.ts";
import type { Polygonal } from "../types.ts";
import { placeOf, type ShapeProblem } from "./problem.ts";

// Enough to tell one slip from a ruined ring; a ruined ring of thousands would take long to count.
const mostMeetings = 25;

interface NamedRing {
  name: string;
  positions: Position[];
}

function namedPolygons(geometry: Polygonal): NamedRing[][] {
  const polygons = polygonsOf(geometry);
  return polygons.map((rings, part) => {
    const ofPart = polygons.length > 1 ? ` of part ${part + 1}` : "";
    return rings.map((positions, at) => ({
      name: (at === 0 ? "outer ring" : `hole ${at}`) + ofPart,
      positions,
    }));
  });
}

const isSame = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

const withoutRepeats = (positions: readonly Position[]) =>
  positions.filter((position, at) => {
    const before = positions[at - 1];
    return !before || !isSame(position, before);
  });

function ringProblems({ name, positions }: NamedRing): ShapeProblem[] {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last || positions.length < 4) {
    return [
      {
        ring: name,
        severity: "error",
        message: `The ${name} has ${positions.length} positions. A ring needs at least four, the last the same as the first.`,
      },
    ];
  }
  if (!isSame(first, last)) {
    const position = lngLatOf(last);
    return [
      {
        ring: name,
        position,
        severity: "error",
        message: `The ${name} is not closed: it ends at ${placeOf(position)} and not where it began. Repeat its first position at the end.`,
      },
    ];
  }
  const distinct = withoutRepeats(positions);
  // A flat ring's corners all lie on one line, so only rounding keeps its area from zero.
  if (distinct.length < 4 || Math.abs(signedAreaSquareDegrees(distinct)) < 1e-14) {
    return [
      { ring: name, position: lngLatOf(first), severity: "error", message: `The ${name} has no area.` },
    ];
  }
  const repeats = positions.length - distinct.length;
  if (repeats === 0) return [];
  const repeated = positions.find((position, at) => at > 0 && isSame(position, positions[at - 1] ?? []));
  return [
    {
      ring: name,
      position: lngLatOf(repeated ?? first),
      severity: "warning",
      message: `The ${name} repeats a position ${repeats === 1 ? "once" : `${repeats} times`}. The repeats do no harm.`,
    },
  ];
}

/** Where rings of one area cross, run along or touch themselves or each other: the first of each pair, with a count. */
function meetingProblems(rings: readonly NamedRing[]): ShapeProblem[] {
  const segments: Segment[] = [];
  for (const [line, { positions }] of rings.entries()) {
    eachEdge(withoutRepeats(positions), (x1, y1, x2, y2) => segments.push({ line, x1, y1, x2, y2 }));
  }
  const problems = new Map<string, ShapeProblem & { count: number }>();
  for (const { kind, first, second, position } of findMeetings(segments, mostMeetings)) {
    const [one, other] = [first, second].map(({ line }) => rings[line]?.name ?? "ring");
    const isWarning = kind === "touch" || (kind === "overlap" && first.line === second.line);
    const what = kind === "cross" ? "crosses" : kind === "touch" ? "touches" : "runs along";
    const whom = first.line === second.line ? "itself" : `the ${other}`;
    const key = `${what} ${first.line} ${second.line}`;
    const known = problems.get(key);
    if (known) known.count += 1;
    else {
      problems.set(key, {
        count: 1,
        ring: one ?? "ring",
        position,
        severity: isWarning ? "warning" : "error",
        message: `The ${one} ${what} ${whom} at ${placeOf(position)}`,
      });
    }
  }
  return [...problems.values()].map(({ count, message, ...rest }) => ({
    ...rest,
    message: `${message}${count === 1 ? "" : ` and ${count - 1}${count >= mostMeetings - 1 ? " or more" : ""} other places`}.`,
  }));
}

function holeProblems(polygon: readonly NamedRing[]): ShapeProblem[] {
  const [shell, ...holes] = polygon;
  if (!shell) return [];
  const covers = createCovers([shell.positions]);
  return holes.flatMap(({ name, positions }) => {
    const outside = positions.map(lngLatOf).find(([lng, lat]) => !covers(lng, lat));
    return outside
      ? [
          {
            ring: name,
            position: outside,
            severity: "error",
            message: `The ${name} reaches outside the outer ring at ${placeOf(outside)}. A hole must lie inside.`,
          } satisfies ShapeProblem,
        ]
      : [];
  });
}

/** What is wrong with the rings of one area whose coordinates are sound. */
export function shapeProblems(geometry: Polygonal): ShapeProblem[] {
  const polygons = namedPolygons(geometry);
  if (polygons.length === 0) return [{ severity: "error", message: "The area has no rings." }];
  const ofRings = polygons.flat().flatMap(ringProblems);
  if (ofRings.some(({ severity }) => severity === "error")) return ofRings;
  const meetings = meetingProblems(polygons.flat());
  return [...ofRings, ...meetings, ...polygons.flatMap(holeProblems)];
}
