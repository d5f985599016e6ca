import { scopeOf, type Actor } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { partnershipOf } from "#db/queries/tasking-group-area.ts";
import { listSeatable, type Seatable } from "#db/queries/tasking-people.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

/**
 * Who is offered to lead a new group: to the police everybody who has a role, to a partner who chairs those who share in
 * the work of their own partnership, and nobody else's staff.
 */
export const peopleToLead = (tx: Db, actor: Actor, today: Day): Promise<Seatable[]> =>
  asPlatform(tx, async () => {
    if (actor.kind !== "member") return listSeatable(tx, [], today);
    const neighbourhoodIds = scopeOf(actor, "tasking:approve")?.neighbourhoodIds ?? [];
    const partnershipId = await partnershipOf(tx, neighbourhoodIds);
    return listSeatable(tx, [], today, { partnershipId, neighbourhoodIds });
  });
