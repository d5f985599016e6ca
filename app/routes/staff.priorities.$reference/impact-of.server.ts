import { can, type Actor } from "#app/domain/actor.ts";
import { impactReaderOf } from "#app/domain/impact/reading.ts";
import { impactsOfPriority } from "#db/queries/impact.ts";
import type { Db } from "#db/types.ts";

/** The impact assessments that belong to a priority, by reference alone, and whether its reader may open another. */
export async function impactOf(tx: Db, actor: Actor, priority: { id: string; neighbourhoodId: string }) {
  const reader = impactReaderOf(actor);
  return {
    assessments: reader === null ? [] : await impactsOfPriority(tx, reader, priority.id),
    mayOpen: can(actor, "impact:write", priority),
  };
}
