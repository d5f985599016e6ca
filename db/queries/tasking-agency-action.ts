import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import type { ApiFilter, ApiPlace } from "#app/domain/tasking/api-filter.ts";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { readsAction } from "./tasking-scope.ts";

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

const isShownPriority = and(eq(priorities.id, taskingActions.priorityId), isNull(priorities.takenDownAt));

const stateIs: Readonly<Record<ApiFilter["state"], SQL | undefined>> = {
  open: inArray(taskingActions.state, [...openTaskingStates]),
  closed: isNotNull(taskingActions.closedAt),
  all: undefined,
};

const isBeyond = (after: ApiPlace): SQL | undefined => {
  const moment = sql`${after.changedAt}::timestamptz`;
  return and(
    // Said once more by itself, for the index.
    gte(taskingActions.changedAt, moment),
    or(gt(taskingActions.changedAt, moment), gt(taskingActions.id, after.id)),
  );
};

/**
 * What was asked of an agency, by when it changed, the longest ago first: whoever asks again since the last moment they
 * know misses nothing that changed meanwhile.
 */
export const listAgencyActions = (
  db: Db,
  reader: TaskingReader,
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
        eq(taskingActions.agencyId, agencyId),
        stateIs[state],
        since === null ? undefined : gte(taskingActions.changedAt, since),
        after === null ? undefined : isBeyond(after),
        readsAction(db, reader, today),
      ),
    )
    .orderBy(asc(taskingActions.changedAt), asc(taskingActions.id))
    .limit(limit);

export type AgencyAction = Awaited<ReturnType<typeof listAgencyActions>>[number];

/** One of them by its id; null where it is none of the agency's. */
export async function findAgencyAction(
  db: Db,
  reader: TaskingReader,
  agencyId: string,
  id: string,
  today: Day,
): Promise<AgencyAction | null> {
  const [found] = await db
    .select(columns)
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .leftJoin(priorities, isShownPriority)
    .where(
      and(
        eq(taskingActions.id, id),
        eq(taskingActions.agencyId, agencyId),
        readsAction(db, reader, today),
      ),
    )
    .limit(1);
  return found ?? null;
}
