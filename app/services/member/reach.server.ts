import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { areasWithin, type OfferedArea } from "#app/domain/member/area.ts";
import { placedNeighbourhoods, type AreaFilter } from "#db/queries/member.ts";
import type { Db } from "#db/types.ts";

/** Where an actor may invite members and look after them. */
export interface Reach {
  areas: OfferedArea[];
  filter: AreaFilter;
}

/** What `member:invite` reaches for an actor; null when they lack it. */
export async function reachOf(tx: Db, actor: Actor): Promise<Reach | null> {
  const scope = scopeOf(actor, "member:invite");
  if (scope === null) return null;
  const areas = areasWithin(await placedNeighbourhoods(tx), scope);
  const ids = areas.flatMap(({ id }) => (id === null ? [] : [id]));
  return { areas, filter: scope.isForce ? "all" : ids };
}

/** Whether an area lies within a reach. */
export const reaches = ({ filter }: Reach, areaId: string | null): boolean =>
  filter === "all" || (areaId !== null && filter.includes(areaId));
