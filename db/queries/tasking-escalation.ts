import { and, asc, eq, inArray, lte, or, sql, type AnyColumn, type SQL } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import { hearsOfDeclined, rungNumber, rungs, type EscalationDays } from "#app/domain/tasking/escalation.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions, taskingEscalations } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { hasLiveAgreement } from "./agreement-live.ts";

/** The day from which it is counted: that on which an action is due; of a declined one, that on which it was declined. */
export const lateSince = sql`case ${taskingActions.state} when 'rejected'
  then (${taskingActions.closedAt} at time zone 'Europe/London')::date else ${taskingActions.dueOn} end`;

/** The highest rung that was told of that day; 0 for none. Of a query over `taskingActions`. */
const highestTold = sql<number>`coalesce((
  select max(${taskingEscalations.rung}) from ${taskingEscalations}
  where ${taskingEscalations.actionId} = ${taskingActions.id}
    and ${taskingEscalations.dueOn} = ${lateSince}), 0)::int`;

/** The highest rung that is due on a day: each comes after the one before. */
function highestDue(days: EscalationDays, today: Day): SQL {
  const told = [...rungs].reverse().filter((rung) => days[rung] > 0);
  const cases = told.map(
    (rung) =>
      sql`when ${hearsOfDeclined(rung) ? sql`` : sql`${taskingActions.state} <> 'rejected' and `}${lateSince} <= ${addDays(today, -days[rung])}::date
        then ${sql.raw(String(rungNumber(rung)))}`,
  );
  return cases.length === 0 ? sql`0` : sql`case ${sql.join(cases, sql` `)} else 0 end`;
}

/** A place among late actions: a run goes on after it, also where nobody could be told of those before. */
export interface LatePlace {
  dueOn: Day;
  id: string;
}

/** That an account, a column of `taskingGroups`, is of an agency that shares in the group's work on a day. */
const isOfSharing = (accountId: AnyColumn, today: Day) =>
  sql<boolean>`${hasLiveAgreement(
    sql`(select ${accounts.agencyId} from ${accounts} where ${accounts.id} = ${accountId})`,
    taskingGroups.partnershipId,
    today,
  )}`;

/**
 * Locks actions of which somebody is to be told today that they are late, or declined and not decided about, the longest
 * late first; those that another process has in hand are left to it. Call it as the platform.
 */
export const lockLateActions = (
  tx: Db,
  { days, today, after, limit }: { days: EscalationDays; today: Day; after: LatePlace | null; limit: number },
) =>
  tx
    .select({
      id: taskingActions.id,
      state: taskingActions.state,
      dueOn: taskingActions.dueOn,
      since: sql<Day>`(${lateSince})::text`,
      agencyId: taskingActions.agencyId,
      ownerId: taskingActions.ownerId,
      groupId: taskingActions.groupId,
      groupName: taskingGroups.name,
      chairId: taskingGroups.chairId,
      deputyId: taskingGroups.deputyId,
      highestTold,
      /** Whether the agency shares in the group's work today. */
      isShared: sql<boolean>`${hasLiveAgreement(taskingActions.agencyId, taskingGroups.partnershipId, today)}`,
      isChairSharing: isOfSharing(taskingGroups.chairId, today),
      isDeputySharing: isOfSharing(taskingGroups.deputyId, today),
    })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .where(
      and(
        or(
          and(
            inArray(taskingActions.state, [...openTaskingStates]),
            lte(taskingActions.dueOn, addDays(today, -1)),
          ),
          eq(taskingActions.state, "rejected"),
        ),
        after === null
          ? undefined
          : sql`(${taskingActions.dueOn}, ${taskingActions.id}) > (${after.dueOn}::date, ${after.id}::uuid)`,
        sql`${highestDue(days, today)} > ${highestTold}`,
      ),
    )
    .orderBy(asc(taskingActions.dueOn), asc(taskingActions.id))
    .limit(limit)
    .for("update", { of: taskingActions, skipLocked: true });

export type LateAction = Awaited<ReturnType<typeof lockLateActions>>[number];

/** Keeps which rungs are told, each once for each day: those that nobody had told yet. */
export const insertEscalations = async (
  tx: Db,
  told: readonly (typeof taskingEscalations.$inferInsert)[],
): Promise<{ actionId: string; rung: number }[]> =>
  told.length === 0
    ? []
    : tx
        .insert(taskingEscalations)
        .values([...told])
        .onConflictDoNothing()
        .returning({ actionId: taskingEscalations.actionId, rung: taskingEscalations.rung });

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
