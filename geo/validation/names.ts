import { labelOf, type BoundaryFeature, type BoundaryProblem } from "./problem.ts";

const isBlank = (text: string | null) => text === null || text.trim() === "";

/** Areas without an id or a name, and ids used twice. */
export function nameProblems(features: readonly BoundaryFeature[]): BoundaryProblem[] {
  const problems: BoundaryProblem[] = [];
  const firstWith = new Map<string, number>();
  for (const [featureIndex, feature] of features.entries()) {
    const { id, name } = feature;
    const label = labelOf(feature, featureIndex);
    const add = (message: string) => problems.push({ featureIndex, id, severity: "error", message });
    if (isBlank(id)) add(`${label} has no id. Give every area the force's own code for it.`);
    if (isBlank(name)) add(`${label} has no name. Give every area the name residents know it by.`);
    if (id === null || isBlank(id)) continue;
    const earlier = firstWith.get(id.trim());
    if (earlier === undefined) firstWith.set(id.trim(), featureIndex);
    else {
      add(
        `The id ${id.trim()} is used twice: by area number ${earlier + 1} and area number ${featureIndex + 1} in the file. ` +
          "Give each area an id of its own, or join its parts into one MultiPolygon.",
      );
    }
  }
  return problems;
}
