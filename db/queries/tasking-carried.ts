import { and, asc, eq, inArray, isNull, lt, ne, notExists, sql } from "drizzle-orm";
import { openTaskingStates, type CarriedOutcome } from "#app/domain/tasking/action.ts";
import { outcomeBegins } from "#app/domain/tasking/carried.ts";
import type { Day } from "#app/domain/team/day.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import { taskingCarried } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";

// A group that never closes anything; only a bound.
const mostCarried = 1_000;

const columns = {
  actionId: taskingActions.id,
  number: taskingActions.number,
  task: taskingActions.task,
  agencyId: taskingActions.agencyId,
  agency: agencies.name,
  position: taskingActions.position,
  dueOn: taskingActions.dueOn,
  state: taskingActions.state,
  result: taskingActions.result,
  priorityId: taskingActions.priorityId,
  version: taskingActions.version,
  outcome: taskingCarried.outcome,
  note: taskingCarried.note,
  at: taskingCarried.at,
};

/** The actions that were carried to a meeting, with what was found of each; by number. Call it for who reads the meeting. */
export const listCarried = (db: Db, meetingId: string) =>
  db
    .select(columns)
    .from(taskingCarried)
    .innerJoin(taskingActions, eq(taskingActions.id, taskingCarried.actionId))
    .innerJoin(agencies, eq(agencies.id, taskingActions.agencyId))
    .where(eq(taskingCarried.meetingId, meetingId))
    .orderBy(asc(taskingActions.number))
    .limit(mostCarried);

// A declined action waits for a meeting to say what becomes of it: whatever is said gives it another state.
const carriedStates = [...openTaskingStates, "rejected"] as const;

const isCarriedOf = (groupId: string) =>
  and(eq(taskingActions.groupId, groupId), inArray(taskingActions.state, [...carriedStates]));

/** Whether an action of the group is to be carried to a meeting and is not there yet. */
export async function hasMoreToCarry(db: Db, meetingId: string, groupId: string): Promise<boolean> {
  const there = db
    .select({ one: sql`1` })
    .from(taskingCarried)
    .where(and(eq(taskingCarried.meetingId, meetingId), eq(taskingCarried.actionId, taskingActions.id)));
  const [found] = await db
    .select({ id: taskingActions.id })
    .from(taskingActions)
    .where(and(isCarriedOf(groupId), notExists(there)))
    .limit(1);
  return found !== undefined;
}

/** Carries to a meeting every action of its group that is open, or declined, and is not there yet. */
export async function carryActions(tx: Db, meetingId: string, groupId: string): Promise<void> {
  await tx
    .insert(taskingCarried)
    .select(
      tx
        .select({
          meetingId: sql`${meetingId}::uuid`.as("meeting_id"),
          actionId: taskingActions.id,
          outcome: sql`null::carried_outcome`.as("outcome"),
          note: sql`null::text`.as("note"),
          by: sql`null::uuid`.as("by"),
          at: sql`null::timestamptz`.as("at"),
        })
        .from(taskingActions)
        .where(isCarriedOf(groupId)),
    )
    .onConflictDoNothing();
}

const beginsWith = (outcome: CarriedOutcome) => sql`${outcomeBegins[outcome]}::text`;

/**
 * Says of each carried action that was done or withdrawn between two meetings that it was, and what came of it; the
 * meeting need not. It is kept as it was found: the action may be opened again, the minutes stay.
 */
export async function settleCarried(tx: Db, meetingId: string, now: Date): Promise<void> {
  await tx
    .update(taskingCarried)
    .set({
      outcome: sql`case ${taskingActions.state} when 'done' then 'done'::carried_outcome else 'withdrawn'::carried_outcome end`,
      note: sql`concat_ws('. ',
        case ${taskingActions.state} when 'done' then ${beginsWith("done")} else ${beginsWith("withdrawn")} end,
        nullif(btrim(${taskingActions.result}), ''))`,
      at: now,
    })
    .from(taskingActions)
    .where(
      and(
        eq(taskingCarried.meetingId, meetingId),
        isNull(taskingCarried.outcome),
        eq(taskingActions.id, taskingCarried.actionId),
        inArray(taskingActions.state, ["done", "withdrawn"]),
      ),
    );
}

/** How many of a meeting's carried actions are open, late of those, and declined. */
export async function countCarried(
  db: Db,
  meetingId: string,
  today: Day,
): Promise<{ open: number; late: number; declined: number }> {
  const isOpen = inArray(taskingActions.state, [...openTaskingStates]);
  const [counted] = await db
    .select({
      open: sql<number>`(count(*) filter (where ${isOpen}))::int`,
      late: sql<number>`(count(*) filter (where ${and(isOpen, lt(taskingActions.dueOn, today))}))::int`,
      declined: sql<number>`(count(*) filter (where ${eq(taskingActions.state, "rejected")}))::int`,
    })
    .from(taskingCarried)
    .innerJoin(taskingActions, eq(taskingActions.id, taskingCarried.actionId))
    .where(
      and(
        eq(taskingCarried.meetingId, meetingId),
        isNull(taskingCarried.outcome),
        ne(taskingActions.state, "done"),
      ),
    );
  return counted ?? { open: 0, late: 0, declined: 0 };
}
