import { and, asc, eq, isNull, or, sql, type SQL } from "drizzle-orm";
import { bcus, partnerships, placements } from "#db/schema/structure.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";

// More than any force has; only bounds.
const mostAreas = 200;
const mostPlaces = 5_000;

/** The partnerships and BCUs of the structure in force, by name: what a group may be made for. */
export async function areasForGroups(db: Db): Promise<{ partnerships: NamedArea[]; bcus: NamedArea[] }> {
  const inForce = eq(placements.editionId, editionIdAt(db, "structure"));
  return {
    partnerships: await db
      .selectDistinct({ id: partnerships.id, code: partnerships.code, name: placements.partnershipName })
      .from(placements)
      .innerJoin(partnerships, eq(partnerships.id, placements.partnershipId))
      .where(inForce)
      .orderBy(asc(placements.partnershipName))
      .limit(mostAreas),
    bcus: await db
      .selectDistinct({ id: bcus.id, code: bcus.code, name: placements.bcuName })
      .from(placements)
      .innerJoin(bcus, eq(bcus.id, placements.bcuId))
      .where(inForce)
      .orderBy(asc(placements.bcuName))
      .limit(mostAreas),
  };
}

export interface NamedArea {
  id: string;
  code: string;
  name: string;
}

/** The neighbourhoods of a partnership or BCU in the structure in force. */
export async function neighbourhoodsOf(
  db: Db,
  { partnershipId, bcuId }: { partnershipId: string | null; bcuId: string | null },
): Promise<string[]> {
  const isOf = or(
    partnershipId === null ? undefined : eq(placements.partnershipId, partnershipId),
    bcuId === null ? undefined : eq(placements.bcuId, bcuId),
  );
  if (isOf === undefined) return [];
  const rows = await db
    .select({ id: placements.neighbourhoodId })
    .from(placements)
    .where(and(eq(placements.editionId, editionIdAt(db, "structure")), isOf))
    .orderBy(asc(placements.neighbourhoodId))
    .limit(mostPlaces);
  return rows.map(({ id }) => id);
}

/** Adds a group and gives its id; null where its code is taken. As the platform. */
export async function insertTaskingGroup(
  tx: Db,
  values: typeof taskingGroups.$inferInsert,
): Promise<string | null> {
  const id = crypto.randomUUID();
  // A group is not among those that anybody reads until its statement is over: it can neither be returned by it nor
  // be looked for in it by its code.
  await tx
    .insert(taskingGroups)
    .values({ ...values, id })
    .onConflictDoNothing();
  const [added] = await tx
    .select({ id: taskingGroups.id })
    .from(taskingGroups)
    .where(eq(taskingGroups.id, id))
    .limit(1);
  return added?.id ?? null;
}

/** Writes what changed of a locked group; its version rises by one. */
export async function updateTaskingGroup(
  tx: Db,
  { id, version }: { id: string; version: number },
  changes: Partial<
    Pick<typeof taskingGroups.$inferInsert, "name" | "programme" | "chairId" | "deputyId" | "endedAt">
  >,
): Promise<void> {
  await tx
    .update(taskingGroups)
    .set({ ...changes, version: version + 1 })
    .where(eq(taskingGroups.id, id));
}

/**
 * Gives the groups of partnerships and BCUs (one of them, or all that meet) the neighbourhoods that those have in the
 * structure in force; gives how many rows changed. Where no structure is in force, all stays as it is. As the platform.
 */
export async function renewAreasOfGroups(tx: Db, groupId: string | null): Promise<number> {
  const isMeant = groupId === null ? isNull(taskingGroups.endedAt) : eq(taskingGroups.id, groupId);
  const wanted = sql`
    select g.id as group_id, p.neighbourhood_id
    from (select ${taskingGroups.id}, ${taskingGroups.partnershipId}, ${taskingGroups.bcuId} from ${taskingGroups}
      where ${isMeant}) g
    join placements p on p.edition_id = (${editionIdAt(tx, "structure")})
      and (p.partnership_id = g.partnership_id or p.bcu_id = g.bcu_id)`;
  const count = async (query: SQL) => rowsOf<{ id: string }>(await tx.execute(query)).length;
  // A group whose area has nothing in force keeps what it had: somebody's work must not fall out of sight.
  const gone = await count(sql`
    with wanted as (${wanted})
    delete from tasking_group_neighbourhoods n
    where n.group_id in (select group_id from wanted)
      and not exists (select from wanted w where w.group_id = n.group_id and w.neighbourhood_id = n.neighbourhood_id)
    returning n.group_id as id`);
  const added = await count(sql`
    insert into tasking_group_neighbourhoods (group_id, neighbourhood_id) ${wanted}
    on conflict do nothing
    returning group_id as id`);
  return gone + added;
}
