import type { Day } from "#app/domain/team/day.ts";
import type { Db } from "#db/types.ts";
import { placementOf } from "./structure.ts";
import { basesOf, contactOf, teamOfNeighbourhood } from "./team.ts";

/** What anyone may know of a neighbourhood's team on a day: who they are, how to reach them, where they stand in the force. */
export const publicSideOf = async (db: Db, neighbourhoodId: string, today: Day) => ({
  team: await teamOfNeighbourhood(db, neighbourhoodId, today),
  contact: await contactOf(db, neighbourhoodId),
  bases: await basesOf(db, neighbourhoodId),
  placement: await placementOf(db, neighbourhoodId),
});
