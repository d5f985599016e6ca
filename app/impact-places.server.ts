import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";

/** The neighbourhoods in which somebody writes impact assessments, by name. */
export async function placesToAssess(tx: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  const scope = scopeOf(actor, "impact:write");
  if (scope === null) return [];
  return (await placementsInForce(tx)).flatMap(({ neighbourhoodId: id, name }) =>
    scope.isForce || scope.neighbourhoodIds.includes(id) ? [{ id, name }] : [],
  );
}
