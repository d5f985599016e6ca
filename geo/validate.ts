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
 *
 * A generator, because a force's boundaries take a good part of a second: whoever serves others meanwhile lets them in
 * at each step. Its return value is the list.
 * @param force given its bounding box, areas wholly outside it are warned of
 */
export function* boundaryProblemsInSteps(
  features: readonly BoundaryFeature[],
  force?: { bboxWsen: BboxWsen },
): Generator<undefined, BoundaryProblem[], undefined> {
  const coordinates = coordinateProblems(features, force?.bboxWsen);
  const shapes: BoundaryProblem[] = [];
  for (const [featureIndex, { id, geometry }] of features.entries()) {
    if (coordinates.affected.has(featureIndex)) continue;
    for (const problem of shapeProblems(geometry)) shapes.push({ featureIndex, id, ...problem });
    yield;
  }
  const unsound = new Set([
    ...coordinates.affected,
    ...shapes.filter(({ severity }) => severity === "error").map(({ featureIndex }) => featureIndex),
  ]);
  const overlaps = yield* overlapProblems(features, (featureIndex) => !unsound.has(featureIndex));
  return [...coordinates.problems, ...nameProblems(features), ...shapes, ...overlaps].sort(
    (a, b) => a.featureIndex - b.featureIndex,
  );
}

/** `boundaryProblemsInSteps` in one go. */
export function boundaryProblems(
  features: readonly BoundaryFeature[],
  force?: { bboxWsen: BboxWsen },
): BoundaryProblem[] {
  const steps = boundaryProblemsInSteps(features, force);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
