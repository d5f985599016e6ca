import { and, asc, eq, sql } from "drizzle-orm";
import type { LedGroup, TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { taskingGroupNeighbourhoods, taskingGroups } from "#db/schema/tasking.ts";
import type { Db } from "#db/types.ts";
import { readsGroup } from "./tasking-scope.ts";

export type TaskingGroup = typeof taskingGroups.$inferSelect & LedGroup;

/** The neighbourhoods of a group, as a column beside it. */
export const neighbourhoodIdsOfGroup = sql<string[]>`array(
  select ${taskingGroupNeighbourhoods.neighbourhoodId} from ${taskingGroupNeighbourhoods}
  where ${taskingGroupNeighbourhoods.groupId} = ${taskingGroups.id})::text[]`;

/** A group by its code, for somebody who reads all of its work; null for anybody else. */
export async function findTaskingGroup(
  db: Db,
  reader: TaskingReader,
  code: string,
  today: Day,
): Promise<TaskingGroup | null> {
  const [found] = await db
    .select({ group: taskingGroups, neighbourhoodIds: neighbourhoodIdsOfGroup })
    .from(taskingGroups)
    .where(and(eq(taskingGroups.code, code), readsGroup(db, reader, today)))
    .limit(1);
  return found === undefined ? null : { ...found.group, neighbourhoodIds: found.neighbourhoodIds };
}

// A force has a group for each partnership and BCU, and a few above them.
const mostGroups = 200;

/** The groups whose work a reader reads, by level and name. */
export async function listTaskingGroups(db: Db, reader: TaskingReader, today: Day): Promise<TaskingGroup[]> {
  const found = await db
    .select({ group: taskingGroups, neighbourhoodIds: neighbourhoodIdsOfGroup })
    .from(taskingGroups)
    .where(readsGroup(db, reader, today))
    .orderBy(asc(taskingGroups.level), asc(taskingGroups.name), asc(taskingGroups.id))
    .limit(mostGroups);
  return found.map(({ group, neighbourhoodIds }) => ({ ...group, neighbourhoodIds }));
}

/** Locks a group until the end of the transaction, but for rows that refer to it, and gives it as it is then. Call it as the platform. */
export async function lockTaskingGroup(
  tx: Db,
  id: string,
): Promise<typeof taskingGroups.$inferSelect | null> {
  const [group] = await tx.select().from(taskingGroups).where(eq(taskingGroups.id, id)).for("no key update");
  return group ?? null;
}
