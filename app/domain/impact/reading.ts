import { can, scopeOf, type Actor } from "#app/domain/actor.ts";

/** A reader of impact assessments, as far as queries depend on who they are. */
export interface ImpactReader {
  isForce: boolean;
  neighbourhoodIds: readonly string[];
}

/** What an actor reads: the assessments of their area, whoever opened them; null for nobody's reader. */
export function impactReaderOf(actor: Actor): ImpactReader | null {
  const scope = scopeOf(actor, "impact:read");
  return scope === null ? null : { isForce: scope.isForce, neighbourhoodIds: scope.neighbourhoodIds };
}

/** Whether an actor may write an assessment: in every neighbourhood that it touches. */
export const mayWriteImpact = (actor: Actor, neighbourhoodIds: readonly string[]): boolean =>
  neighbourhoodIds.length > 0 &&
  neighbourhoodIds.every((neighbourhoodId) => can(actor, "impact:write", { neighbourhoodId }));
