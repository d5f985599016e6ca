import type { BboxWsen } from "./types.ts";
import { coordinateProblems } from "./validation/coordinates.ts";
import { nameProblems } from "./validation/names.ts";
import { overlapProblems } from "./validation/overlaps.ts";
import type { BoundaryFeature, BoundaryProblem } from "./validation/problem.ts";
import { shapeProblems } from "./validation/rings.ts";

export type { BoundaryFeature, BoundaryProblem } from "./validation/problem.ts";

/**
 * All that is wrong with a file of boundaries, in the order of the file, in words its maker can act on. Nothing is
 * mended. Gaps between areas are not looked for: a reservoir or another force's enclave is no fault.
 * @param force given its bounding box, areas wholly outside it are warned of
 */
export function boundaryProblems(
  features: readonly BoundaryFeature[],
  force?: { bboxWsen: BboxWsen },
): BoundaryProblem[] {
  const coordinates = coordinateProblems(features, force?.bboxWsen);
  const shapes = features.flatMap(({ id, geometry }, featureIndex) =>
    coordinates.affected.has(featureIndex)
      ? []
      : shapeProblems(geometry).map((problem): BoundaryProblem => ({ featureIndex, id, ...problem })),
  );
  const unsound = new Set([
    ...coordinates.affected,
    ...shapes.filter(({ severity }) => severity === "error").map(({ featureIndex }) => featureIndex),
  ]);
  const overlaps = overlapProblems(features, (featureIndex) => !unsound.has(featureIndex));
  return [...coordinates.problems, ...nameProblems(features), ...shapes, ...overlaps].sort(
    (a, b) => a.featureIndex - b.featureIndex,
  );
}
