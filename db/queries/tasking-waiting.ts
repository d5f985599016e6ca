import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import type { Scope } from "#app/domain/actor.ts";
import type { TaskingReader } from "#app/domain/tasking/reading.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { agencies } from "#db/schema/agency.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { inReach } from "./plan-due.ts";
import { readsAction } from "./tasking-scope.ts";

const soonDays = 7;

/** How many joint actions of the police a reader may read that are late or due within a week, with the code of that agency. */
export async function countPoliceActions(
  db: Db,
  reader: TaskingReader,
  today: Day,
): Promise<{ waiting: number; late: number; agency: string | null }> {
  const [counted] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${taskingActions.dueOn} < ${today}::date))::int`,
      agency: sql<string | null>`min(${agencies.code})`,
    })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .innerJoin(agencies, eq(agencies.id, taskingActions.agencyId))
    .where(
      and(
        eq(agencies.kind, "police"),
        inArray(taskingActions.state, [...openTaskingStates]),
        lte(taskingActions.dueOn, addDays(today, soonDays)),
        readsAction(db, reader, today),
      ),
    );
  return counted ?? { waiting: 0, late: 0, agency: null };
}

/** How many public lines that agencies propose wait for whoever writes the plans of an area. */
export async function countProposedLines(
  db: Db,
  reader: TaskingReader,
  writes: Scope,
  today: Day,
): Promise<number> {
  const [counted] = await db
    .select({ lines: sql<number>`count(*)::int` })
    .from(taskingActions)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
    .innerJoin(priorities, eq(priorities.id, taskingActions.priorityId))
    .where(
      and(eq(taskingActions.publicLineState, "proposed"), inReach(writes), readsAction(db, reader, today)),
    );
  return counted?.lines ?? 0;
}
