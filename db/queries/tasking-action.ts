import { and, asc, eq, sql } from "drizzle-orm";
import type { AgencyKind } from "#app/domain/agency/agency.ts";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActionEvents, taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import { lockTaskingGroup, neighbourhoodIdsOfGroup, type TaskingGroup } from "./tasking-group.ts";
import { readsAction } from "./tasking-scope.ts";
import { isUuid } from "./uuid.ts";

export type TaskingAction = typeof taskingActions.$inferSelect;
type TaskingActionChanges = Partial<Omit<TaskingAction, "id" | "groupId" | "number" | "version">>;

/** An action with the group that gave it and the agency that has it. */
export interface HeldTaskingAction {
  action: TaskingAction;
  group: TaskingGroup;
  agency: { id: string; name: string; kind: AgencyKind };
}

/** An action by its id, for whoever may read it; null for anybody else. */
export async function findTaskingAction(
  db: Db,
  reader: TaskingReader,
  id: string,
  today: Day,
): Promise<HeldTaskingAction | null> {
  if (!isUuid(id)) return null;
  const [found] = await db
    .select({
      action: taskingActions,
      group: taskingGroups,
      neighbourhoodIds: neighbourhoodIdsOfGroup,
      agency: { id: agencies.id, name: agencies.name, kind: agencies.kind },
    })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .innerJoin(agencies, eq(agencies.id, taskingActions.agencyId))
    .where(and(eq(taskingActions.id, id), readsAction(db, reader, today)))
    .limit(1);
  return found === undefined
    ? null
    : {
        action: found.action,
        group: { ...found.group, neighbourhoodIds: found.neighbourhoodIds },
        agency: found.agency,
      };
}

/** Locks an action until the end of the transaction, and gives it as it is then. Only who may change it gets it. */
export async function lockTaskingAction(tx: Db, id: string): Promise<TaskingAction | null> {
  const [action] = await tx.select().from(taskingActions).where(eq(taskingActions.id, id)).for("update");
  return action ?? null;
}

/** Whether an action is asked of just this agency, position and day. Call it for somebody who reads the action. */
export async function isActionOf(
  db: Db,
  id: string,
  { agencyId, position, dueOn }: { agencyId?: string; position?: string; dueOn?: Day },
): Promise<boolean> {
  const isAt = [
    agencyId === undefined ? undefined : eq(taskingActions.agencyId, agencyId),
    position === undefined ? undefined : eq(taskingActions.position, position.trim()),
    dueOn === undefined ? undefined : eq(taskingActions.dueOn, dueOn),
  ];
  const [found] = await db
    .select({ id: taskingActions.id })
    .from(taskingActions)
    .where(and(eq(taskingActions.id, id), ...isAt))
    .limit(1);
  return found !== undefined;
}

/** Adds an action under the next number of its group; the group is locked by it, so that no number is given twice. */
export async function insertTaskingAction(
  tx: Db,
  groupId: string,
  values: Omit<typeof taskingActions.$inferInsert, "groupId" | "number">,
): Promise<{ id: string; number: number }> {
  await asPlatform(tx, () => lockTaskingGroup(tx, groupId));
  const [added] = await tx
    .insert(taskingActions)
    .values({
      ...values,
      groupId,
      number: sql`(select coalesce(max(a.number), 0) + 1 from tasking_actions a where a.group_id = ${groupId})`,
    })
    .returning({ id: taskingActions.id, number: taskingActions.number });
  if (added === undefined) throw new Error("The database returned no action.");
  return added;
}

/** Writes what changed of a locked action; its version rises by one. */
export async function updateTaskingAction(
  tx: Db,
  actionId: string,
  changes: TaskingActionChanges,
): Promise<void> {
  await tx
    .update(taskingActions)
    .set({ ...changes, version: sql`${taskingActions.version} + 1` })
    .where(eq(taskingActions.id, actionId));
}

export const insertTaskingActionEvent = (
  tx: Db,
  event: Omit<typeof taskingActionEvents.$inferInsert, "number">,
) => tx.insert(taskingActionEvents).values(event);

// An action that is moved from meeting to meeting for years; only a bound.
const mostEvents = 200;

/** Each step of an action, the first first, with who took it. Call it for somebody who reads the action. */
export const eventsOfTaskingAction = (db: Db, actionId: string) =>
  db
    .select({
      number: taskingActionEvents.number,
      at: taskingActionEvents.at,
      from: taskingActionEvents.from,
      to: taskingActionEvents.to,
      words: taskingActionEvents.words,
      dueOn: taskingActionEvents.dueOn,
      agency: agencies.name,
      by: accounts.name,
      isByKey: sql<boolean>`${taskingActionEvents.keyId} is not null`,
    })
    .from(taskingActionEvents)
    .innerJoin(agencies, eq(agencies.id, taskingActionEvents.agencyId))
    .leftJoin(accounts, eq(accounts.id, taskingActionEvents.by))
    .where(eq(taskingActionEvents.actionId, actionId))
    .orderBy(asc(taskingActionEvents.number))
    .limit(mostEvents);
