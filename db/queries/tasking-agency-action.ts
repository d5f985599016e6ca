import { and, asc, eq, gte, inArray, isNotNull, isNull, ne, sql, type SQL } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import type { ApiFilter, ApiPlace } from "#app/domain/tasking/api-filter.ts";
import type { Day } from "#app/domain/team/day.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { isAskedOf } from "./tasking-asked.ts";

/** When it changed, to the microsecond: a page goes on exactly where the one before ended. */
const changedAt = sql<string>`to_char(${taskingActions.changedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const columns = {
  id: taskingActions.id,
  number: taskingActions.number,
  groupCode: taskingGroups.code,
  groupName: taskingGroups.name,
  kind: taskingActions.kind,
  task: taskingActions.task,
  position: taskingActions.position,
  dueOn: taskingActions.dueOn,
  state: taskingActions.state,
  result: taskingActions.result,
  publicLine: taskingActions.publicLine,
  publicLineState: taskingActions.publicLineState,
  withheldReason: taskingActions.withheldReason,
  givenAt: taskingActions.givenAt,
  closedAt: taskingActions.closedAt,
  changedAt,
  version: taskingActions.version,
  /** Of the priority that it serves, where everybody may read of that. */
  priorityReference: priorities.reference,
  priorityTitle: priorities.title,
};

const isShownPriority = and(
  eq(priorities.id, taskingActions.priorityId),
  isNull(priorities.takenDownAt),
  ne(priorities.state, "proposed"),
);

const stateIs: Readonly<Record<ApiFilter["state"], SQL | undefined>> = {
  open: inArray(taskingActions.state, [...openTaskingStates]),
  closed: isNotNull(taskingActions.closedAt),
  all: undefined,
};

// Compared as one pair, which the index is in the order of.
const isBeyond = ({ changedAt, id }: ApiPlace): SQL =>
  sql`(${taskingActions.changedAt}, ${taskingActions.id}) > (${changedAt}::timestamptz, ${id}::uuid)`;

/**
 * What was asked of an agency, by when it changed, the longest ago first. What is being written meanwhile may come with
 * an earlier moment than what is here: `nothingMissedSince` says from when to ask again.
 */
export const listAgencyActions = (
  db: Db,
  agencyId: string,
  { state, since, after, limit }: ApiFilter,
  today: Day,
) =>
  db
    .select(columns)
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .leftJoin(priorities, isShownPriority)
    .where(
      and(
        isAskedOf([agencyId], today),
        stateIs[state],
        since === null ? undefined : gte(taskingActions.changedAt, since),
        after === null ? undefined : isBeyond(after),
      ),
    )
    .orderBy(asc(taskingActions.changedAt), asc(taskingActions.id))
    .limit(limit);

export type AgencyAction = Awaited<ReturnType<typeof listAgencyActions>>[number];

/** One of them by its id; null where it is none of the agency's. */
export async function findAgencyAction(
  db: Db,
  agencyId: string,
  id: string,
  today: Day,
): Promise<AgencyAction | null> {
  const [found] = await db
    .select(columns)
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .leftJoin(priorities, isShownPriority)
    .where(and(eq(taskingActions.id, id), isAskedOf([agencyId], today)))
    .limit(1);
  return found ?? null;
}
