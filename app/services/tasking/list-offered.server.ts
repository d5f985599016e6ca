import type { Actor } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { TaskingGroup } from "#db/queries/tasking-group.ts";
import { listSeatable, type Seatable } from "#db/queries/tasking-people.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

/** Who is offered for a seat in a group, to whoever leads it: a partner sees nobody of other groups. */
export const listOffered = (tx: Db, actor: Actor, group: TaskingGroup, today: Day): Promise<Seatable[]> =>
  asPlatform(tx, () =>
    listSeatable(tx, group.neighbourhoodIds, today, actor.kind === "member" ? group : null),
  );

/** Who is offered to lead a group that is still to be made: whoever was given a role, and the partners. */
export const listOfferedToLead = (tx: Db, today: Day): Promise<Seatable[]> =>
  asPlatform(tx, () => listSeatable(tx, [], today));
