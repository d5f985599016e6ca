import { and, asc, eq, inArray, lte, sql, type SQL } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import { rungNumber, rungs, type EscalationDays } from "#app/domain/tasking/escalation.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions, taskingEscalations } from "#db/schema/tasking-action.ts";
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

// More actions than any force has that are weeks late; what is beyond them comes with the next run.
const mostMarked = 1_000;

/**
 * Puts each open action of which the chair was told before the next meeting that its group has called, where it does
 * not stand there already, and says there that the chair was told. Call it as the platform.
 */
export async function markForChair(tx: Db, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into tasking_carried (meeting_id, action_id, note)
    select next.id, a.id,
      'The chair was told on ' || to_char(e.at at time zone 'Europe/London', 'FMDD FMMonth YYYY') || ' that it is late'
    from tasking_escalations e
    join tasking_actions a on a.id = e.action_id and a.due_on = e.due_on
    join lateral (
      select m.id from tasking_meetings m
      where m.group_id = a.group_id and m.state = 'called' and m.starts_at > ${now.toISOString()}::timestamptz
      order by m.starts_at limit 1) next on true
    left join tasking_carried c on c.meeting_id = next.id and c.action_id = a.id
    where e.rung = ${rungNumber("chair")} and a.state in ('assigned', 'accepted', 'in-progress')
      and c.outcome is null and c.note is null
    order by a.id
    limit ${mostMarked}
    on conflict (meeting_id, action_id) do update set note = excluded.note
      where tasking_carried.outcome is null and tasking_carried.note is null`);
}
