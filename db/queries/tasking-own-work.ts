import { and, eq, isNull, or } from "drizzle-orm";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { readsGroup } from "./tasking-scope.ts";

/** Whether somebody leads a group whose work they read, or is the officer whose an action is. */
export async function hasOwnJointWork(db: Db, reader: TaskingReader, today: Day): Promise<boolean> {
  if (reader.accountId === null) return false;
  if (await leadsAGroup(db, reader, today)) return true;
  if (reader.kind !== "staff") return false;
  const [action] = await db
    .select({ id: taskingActions.id })
    .from(taskingActions)
    .where(eq(taskingActions.ownerId, reader.accountId))
    .limit(1);
  return action !== undefined;
}

/** Whether somebody leads a group that has not ended, and reads its work. */
export async function leadsAGroup(db: Db, reader: TaskingReader, today: Day): Promise<boolean> {
  const { accountId } = reader;
  if (accountId === null) return false;
  const [group] = await db
    .select({ id: taskingGroups.id })
    .from(taskingGroups)
    .where(
      and(
        or(eq(taskingGroups.chairId, accountId), eq(taskingGroups.deputyId, accountId)),
        isNull(taskingGroups.endedAt),
        readsGroup(db, reader, today),
      ),
    )
    .limit(1);
  return group !== undefined;
}
