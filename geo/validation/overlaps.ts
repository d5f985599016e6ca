import Flatbush from "flatbush";
import { areaSquareMetres } from "../area.ts";
import { bboxOf } from "../bbox.ts";
import { overlapOf } from "../overlap.ts";
import { labelOf, type BoundaryFeature, type BoundaryProblem } from "./problem.ts";

/** A border traced twice leaves slivers, and those are passed: an overlap no wider than this on average. */
const toleratedWidthMetres = 50;
/** Overlaps below this, 20 m by 50 m, are not worth a line. */
const unremarkableSquareMetres = 1_000;

const inWords = (squareMetres: number) => `${Math.round(squareMetres).toLocaleString("en-GB")} square metres`;

/** Pairs of areas that overlap; pauses after each pair it compared. */
export function* overlapProblems(
  features: readonly BoundaryFeature[],
  isSound: (featureIndex: number) => boolean,
): Generator<undefined, BoundaryProblem[], undefined> {
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
      yield;
      const { squareMetres, meanWidthMetres } = overlapOf(one.geometry, other.geometry);
      if (squareMetres < unremarkableSquareMetres) continue;
      const smaller = Math.min(areaSquareMetres(one.geometry), areaSquareMetres(other.geometry));
      const isSliver = meanWidthMetres <= toleratedWidthMetres;
      problems.push({
        featureIndex,
        id: one.id,
        severity: isSliver ? "warning" : "error",
        message:
          `${labelOf(one, featureIndex)} and ${labelOf(other, otherIndex)} overlap by ${inWords(squareMetres)}, ` +
          `${((100 * squareMetres) / smaller).toFixed(1)} % of the smaller. ` +
          (isSliver
            ? "That is a sliver: the area listed first has it."
            : "Every place must lie in one area: draw the border between them once."),
      });
    }
  }
  return problems;
}
