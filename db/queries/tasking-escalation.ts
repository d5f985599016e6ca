import { and, asc, eq, inArray, lte, sql, type SQL } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import { rungNumber, rungs, type EscalationDays } from "#app/domain/tasking/escalation.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions, taskingEscalations } from "#db/schema/tasking-action.ts";
import { taskingCarried } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { hasLiveAgreement } from "./agreement-live.ts";

/** The highest rung that was told of the day on which an action is due now; 0 for none. Of a query over `taskingActions`. */
const highestTold = sql<number>`coalesce((
  select max(${taskingEscalations.rung}) from ${taskingEscalations}
  where ${taskingEscalations.actionId} = ${taskingActions.id}
    and ${taskingEscalations.dueOn} = ${taskingActions.dueOn}), 0)::int`;

/** The highest rung that is due on a day: each comes after the one before. */
function highestDue(days: EscalationDays, today: Day): SQL {
  const told = [...rungs].reverse().filter((rung) => days[rung] > 0);
  const cases = told.map(
    (rung) =>
      sql`when ${taskingActions.dueOn} <= ${addDays(today, -days[rung])}::date then ${sql.raw(String(rungNumber(rung)))}`,
  );
  return cases.length === 0 ? sql`0` : sql`case ${sql.join(cases, sql` `)} else 0 end`;
}

/**
 * Locks open actions of which somebody is to be told today that they are late, the longest late first; those that
 * another process has in hand are left to it. Call it as the platform.
 */
export const lockLateActions = (
  tx: Db,
  { days, today, limit }: { days: EscalationDays; today: Day; limit: number },
) =>
  tx
    .select({
      id: taskingActions.id,
      state: taskingActions.state,
      dueOn: taskingActions.dueOn,
      agencyId: taskingActions.agencyId,
      ownerId: taskingActions.ownerId,
      groupId: taskingActions.groupId,
      groupName: taskingGroups.name,
      chairId: taskingGroups.chairId,
      deputyId: taskingGroups.deputyId,
      highestTold,
      /** Whether the agency shares in the group's work today. */
      isShared: sql<boolean>`${hasLiveAgreement(taskingActions.agencyId, taskingGroups.partnershipId, today)}`,
    })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .where(
      and(
        inArray(taskingActions.state, [...openTaskingStates]),
        lte(taskingActions.dueOn, addDays(today, -1)),
        sql`${highestDue(days, today)} > ${highestTold}`,
      ),
    )
    .orderBy(asc(taskingActions.dueOn), asc(taskingActions.id))
    .limit(limit)
    .for("update", { of: taskingActions, skipLocked: true });

export type LateAction = Awaited<ReturnType<typeof lockLateActions>>[number];

/** Keeps which rungs were told, each once for each due day. */
export async function insertEscalations(
  tx: Db,
  told: readonly (typeof taskingEscalations.$inferInsert)[],
): Promise<void> {
  if (told.length > 0)
    await tx
      .insert(taskingEscalations)
      .values([...told])
      .onConflictDoNothing();
}

/** Puts open actions before the next meeting that their group has called, where they do not stand there already. */
export async function carryToNextMeeting(tx: Db, actionIds: readonly string[], now: Date): Promise<void> {
  if (actionIds.length === 0) return;
  await tx.execute(sql`
    insert into ${taskingCarried} (meeting_id, action_id)
    select next.id, a.id from tasking_actions a
    join lateral (
      select m.id from tasking_meetings m
      where m.group_id = a.group_id and m.state = 'called' and m.starts_at > ${now.toISOString()}::timestamptz
      order by m.starts_at limit 1) next on true
    where ${inArray(sql`a.id`, [...actionIds])}
    on conflict do nothing`);
}

/** Of these actions, the highest rung that was told of their due day of today; an action of which nobody was told is not in it. */
export async function escalatedOf(db: Db, actionIds: readonly string[]): Promise<Map<string, number>> {
  if (actionIds.length === 0) return new Map();
  const rows = await db
    .select({ id: taskingActions.id, rung: highestTold })
    .from(taskingActions)
    .where(and(inArray(taskingActions.id, [...actionIds]), sql`${highestTold} > 0`))
    .limit(actionIds.length);
  return new Map(rows.map(({ id, rung }) => [id, rung]));
}
