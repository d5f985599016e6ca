import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import { openTaskingStates, type TaskingActionState } from "#app/domain/tasking/action.ts";
import type { ActionFilter } from "#app/domain/tasking/action-filter.ts";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { readsAction } from "./tasking-scope.ts";

/** A place in the list: the day an action is due, then its id. */
export interface ActionPosition {
  dueOn: Day;
  id: string;
}

export interface ActionPage {
  after: ActionPosition | null;
  limit: number;
}

const statesOf: Readonly<
  Record<Exclude<ActionFilter["state"], "late" | "line-to-decide">, readonly TaskingActionState[]>
> = {
  open: openTaskingStates,
  unanswered: ["assigned"],
  declined: ["rejected"],
  done: ["done"],
  withdrawn: ["withdrawn"],
};

function isInState(state: ActionFilter["state"], today: Day): SQL | undefined {
  if (state === "late")
    return and(inArray(taskingActions.state, [...openTaskingStates]), lt(taskingActions.dueOn, today));
  if (state === "line-to-decide") return eq(taskingActions.publicLineState, "proposed");
  return inArray(taskingActions.state, [...statesOf[state]]);
}

const isOpenState = (state: ActionFilter["state"]) =>
  state === "open" || state === "late" || state === "unanswered";

/**
 * The actions of the groups that a reader reads, as far as a filter asks for them: those due first before the others
 * while they are open, the latest first once they are closed.
 */
export function listTaskingActions(
  db: Db,
  reader: TaskingReader,
  today: Day,
  filter: ActionFilter,
  { after, limit }: ActionPage,
) {
  const isOpen = isOpenState(filter.state);
  const beyond = isOpen ? gt : lt;
  const order = isOpen ? asc : desc;
  return db
    .select({
      id: taskingActions.id,
      number: taskingActions.number,
      code: taskingGroups.code,
      kind: taskingActions.kind,
      task: taskingActions.task,
      agency: agencies.name,
      position: taskingActions.position,
      owner: accounts.name,
      isOwn: sql<boolean>`${taskingActions.ownerId} is not distinct from ${reader.accountId}::uuid`,
      dueOn: taskingActions.dueOn,
      state: taskingActions.state,
      closedAt: taskingActions.closedAt,
      publicLineState: taskingActions.publicLineState,
      reference: priorities.reference,
    })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .innerJoin(agencies, eq(agencies.id, taskingActions.agencyId))
    .leftJoin(priorities, eq(priorities.id, taskingActions.priorityId))
    .leftJoin(accounts, eq(accounts.id, taskingActions.ownerId))
    .where(
      and(
        readsAction(db, reader, today),
        isInState(filter.state, today),
        filter.isMine
          ? and(isNotNull(taskingActions.ownerId), eq(taskingActions.ownerId, sql`${reader.accountId}::uuid`))
          : undefined,
        filter.group === null ? undefined : eq(taskingGroups.code, filter.group),
        filter.agency === null ? undefined : eq(agencies.code, filter.agency),
        filter.theme === null ? undefined : eq(priorities.category, filter.theme),
        after === null
          ? undefined
          : or(
              beyond(taskingActions.dueOn, after.dueOn),
              and(eq(taskingActions.dueOn, after.dueOn), beyond(taskingActions.id, after.id)),
            ),
      ),
    )
    .orderBy(order(taskingActions.dueOn), order(taskingActions.id))
    .limit(limit);
}

export type ListedAction = Awaited<ReturnType<typeof listTaskingActions>>[number];
