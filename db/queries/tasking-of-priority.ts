import { and, asc, eq, ne } from "drizzle-orm";
import { taskingActionStates, type TaskingActionState } from "#app/domain/tasking/action.ts";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { readsAction } from "./tasking-scope.ts";

// A priority that is talked about every month for years; only a bound.
const mostActions = 200;

/** How the joint actions that serve a priority stand, each state once, whatever their number; one that was withdrawn is none. Call it as the platform. */
export async function jointStatesOf(db: Db, priorityId: string): Promise<TaskingActionState[]> {
  const rows = await db
    .selectDistinct({ state: taskingActions.state })
    .from(taskingActions)
    .where(and(eq(taskingActions.priorityId, priorityId), ne(taskingActions.state, "withdrawn")))
    .limit(taskingActionStates.length);
  return rows.map(({ state }) => state);
}

/** The joint actions that serve a priority, as far as a reader reads them, those due first before the others. */
export const jointActionsOf = (db: Db, reader: TaskingReader, priorityId: string, today: Day) =>
  db
    .select({
      id: taskingActions.id,
      number: taskingActions.number,
      code: taskingGroups.code,
      kind: taskingActions.kind,
      task: taskingActions.task,
      agency: agencies.name,
      position: taskingActions.position,
      dueOn: taskingActions.dueOn,
      state: taskingActions.state,
      publicLine: taskingActions.publicLine,
      publicLineState: taskingActions.publicLineState,
    })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .innerJoin(agencies, eq(agencies.id, taskingActions.agencyId))
    .where(and(eq(taskingActions.priorityId, priorityId), readsAction(db, reader, today)))
    .orderBy(asc(taskingActions.dueOn), asc(taskingActions.id))
    .limit(mostActions);

export type JointAction = Awaited<ReturnType<typeof jointActionsOf>>[number];
