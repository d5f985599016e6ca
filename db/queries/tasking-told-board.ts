import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import { rungNumber } from "#app/domain/tasking/escalation.ts";
import type { Day } from "#app/domain/team/day.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions, taskingEscalations } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { boardChairs } from "./escalation-people.ts";
import { lateSince } from "./tasking-escalation.ts";

const mostTold = 100;

/**
 * The actions that a board was told of and that are still late, or declined and not decided about, for whoever chairs it:
 * whose they are and since when, and nothing of what they are. Null for anybody else. Call it as the platform.
 */
export async function listToldBoard(db: Db, accountId: string | null, today: Day) {
  if (accountId === null || !(await boardChairs(db, today)).includes(accountId)) return null;
  return db
    .select({
      id: taskingActions.id,
      number: taskingActions.number,
      /** The day it was due, or that on which it was declined. */
      since: sql<Day>`(${lateSince})::text`,
      isDeclined: sql<boolean>`${taskingActions.state} = 'rejected'`,
      code: taskingGroups.code,
      group: taskingGroups.name,
    })
    .from(taskingEscalations)
    .innerJoin(
      taskingActions,
      and(eq(taskingActions.id, taskingEscalations.actionId), eq(taskingEscalations.dueOn, lateSince)),
    )
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .where(
      and(
        eq(taskingEscalations.rung, rungNumber("board")),
        inArray(taskingActions.state, [...openTaskingStates, "rejected"]),
      ),
    )
    .orderBy(asc(taskingEscalations.dueOn), asc(taskingActions.id))
    .limit(mostTold);
}
