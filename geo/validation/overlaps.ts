import Flatbush from "flatbush";
import { areaSquareMetres } from "../area.ts";
import { bboxOf } from "../bbox.ts";
import { overlapSquareMetres } from "../overlap.ts";
import { labelOf, type BoundaryFeature, type BoundaryProblem } from "./problem.ts";

/** Slivers from tracing one border twice are passed: a hundredth of the smaller area, and at most five hectares. */
const toleratedShare = 0.01;
const mostToleratedSquareMetres = 50_000;
/** Overlaps below this, 20 m by 50 m, are not worth a line. */
const unremarkableSquareMetres = 1_000;

const inWords = (squareMetres: number) => `${Math.round(squareMetres).toLocaleString("en-GB")} square metres`;

/** Pairs of areas that overlap. */
export function overlapProblems(
  features: readonly BoundaryFeature[],
  isSound: (featureIndex: number) => boolean,
): BoundaryProblem[] {
  const sound = [...features.keys()].filter(isSound);
  if (sound.length < 2) return [];
  const boxes = new Flatbush(sound.length);
  const boxOf = (featureIndex: number) => {
    const feature = features[featureIndex];
    return feature ? bboxOf(feature.geometry) : bboxOf();
  };
  for (const featureIndex of sound) boxes.add(...boxOf(featureIndex));
  boxes.finish();

  const problems: BoundaryProblem[] = [];
  for (const featureIndex of sound) {
    const later = boxes
      .search(...boxOf(featureIndex))
      .map((at) => sound[at] ?? -1)
      .filter((other) => other > featureIndex)
      .sort((a, b) => a - b);
    for (const otherIndex of later) {
      const [one, other] = [features[featureIndex], features[otherIndex]];
      if (!one || !other) continue;
      const overlap = overlapSquareMetres(one.geometry, other.geometry);
      if (overlap < unremarkableSquareMetres) continue;
      const smaller = Math.min(areaSquareMetres(one.geometry), areaSquareMetres(other.geometry));
      const tolerated = Math.min(smaller * toleratedShare, mostToleratedSquareMetres);
      problems.push({
        featureIndex,
        id: one.id,
        severity: overlap > tolerated ? "error" : "warning",
        message:
          `${labelOf(one, featureIndex)} and ${labelOf(other, otherIndex)} overlap by ${inWords(overlap)}, ` +
          `${((100 * overlap) / smaller).toFixed(1)} % of the smaller. ` +
          (overlap > tolerated
            ? "Every place must lie in one area: draw the border between them once."
            : "That is a sliver: the area listed first has it."),
      });
    }
  }
  return problems;
}
