import { and, asc, desc, eq, gte, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import type { Day } from "#app/domain/team/day.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { hasLiveAgreement } from "./agreement-live.ts";

/** What some agencies were asked, as long as they share: the scope of a partner's own page. */
const isAskedOf = (agencyIds: readonly string[], today: Day) =>
  and(
    inArray(taskingActions.agencyId, [...agencyIds]),
    hasLiveAgreement(taskingActions.agencyId, taskingGroups.partnershipId, today),
  );

const columns = {
  id: taskingActions.id,
  number: taskingActions.number,
  code: taskingGroups.code,
  task: taskingActions.task,
  position: taskingActions.position,
  dueOn: taskingActions.dueOn,
  state: taskingActions.state,
  version: taskingActions.version,
};

/** What is asked of some agencies and not closed, those due first before the others. */
export const openAskedOf = (db: Db, agencyIds: readonly string[], today: Day, limit: number) =>
  db
    .select(columns)
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .where(and(isAskedOf(agencyIds, today), inArray(taskingActions.state, [...openTaskingStates])))
    .orderBy(asc(taskingActions.dueOn), asc(taskingActions.id))
    .limit(limit);

/** A place in the list of what is closed. */
export interface ClosedPosition {
  closedAt: Date;
  id: string;
}

interface ClosedPage {
  after: ClosedPosition | null;
  /** The first moment of a year, and that of the next; null for all years. */
  year: { from: Date; to: Date } | null;
  limit: number;
}

/** What some agencies did, declined or were relieved of, the latest first. */
export const closedAskedOf = (
  db: Db,
  agencyIds: readonly string[],
  today: Day,
  { after, year, limit }: ClosedPage,
) =>
  db
    .select({
      ...columns,
      closedAt: sql<Date>`${taskingActions.closedAt}`.mapWith(taskingActions.closedAt),
      publicLine: taskingActions.publicLine,
      publicLineState: taskingActions.publicLineState,
    })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .where(
      and(
        isAskedOf(agencyIds, today),
        isNotNull(taskingActions.closedAt),
        year === null
          ? undefined
          : and(gte(taskingActions.closedAt, year.from), lt(taskingActions.closedAt, year.to)),
        after === null
          ? undefined
          : or(
              lt(taskingActions.closedAt, after.closedAt),
              and(eq(taskingActions.closedAt, after.closedAt), lt(taskingActions.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(taskingActions.closedAt), desc(taskingActions.id))
    .limit(limit);

/** When the first action was closed that some agencies were asked; null for none yet. */
export async function firstClosedOf(db: Db, agencyIds: readonly string[], today: Day): Promise<Date | null> {
  const [found] = await db
    .select({ closedAt: taskingActions.closedAt })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .where(and(isAskedOf(agencyIds, today), isNotNull(taskingActions.closedAt)))
    .orderBy(asc(taskingActions.closedAt), asc(taskingActions.id))
    .limit(1);
  return found?.closedAt ?? null;
}
