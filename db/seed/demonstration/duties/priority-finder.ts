import type { DutyPriority } from "./force.ts";
import type { DutyTelling } from "./telling.ts";

/** Finds a priority of a neighbourhood that was worked on on a day: the one that was adopted last. */
export function priorityFinder(priorities: readonly DutyPriority[]): DutyTelling["priorityOn"] {
  const byNeighbourhood = new Map<string, DutyPriority[]>();
  for (const one of priorities)
    byNeighbourhood.set(one.neighbourhoodId, [one, ...(byNeighbourhood.get(one.neighbourhoodId) ?? [])]);
  return (neighbourhoodId, day) =>
    byNeighbourhood.get(neighbourhoodId)?.find(({ from, to }) => from <= day && (to === null || day <= to))
      ?.id ?? null;
}
