import { and, asc, eq, gte, inArray, lt, or, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { planActions, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { inReach } from "./plan-due.ts";

/**
 * The actions of the police in plans of neighbourhoods that were due within days and slipped: not done on a later day,
 * or done after theirs. Whichever was due first stands first.
 */
export const listSlippedActions = (
  db: Db,
  scope: Scope | null,
  neighbourhoodIds: readonly string[],
  { from, before, today, limit }: { from: Day; before: Day; today: Day; limit: number },
) =>
  db
    .select({
      id: planActions.id,
      number: planActions.number,
      task: planActions.task,
      dueOn: planActions.dueOn,
      doneAt: planActions.doneAt,
      reference: priorities.reference,
      title: priorities.title,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(
      and(
        inReach(scope),
        inArray(priorities.neighbourhoodId, [...neighbourhoodIds]),
        sql`${planActions.agencyId} is null`,
        gte(planActions.dueOn, from),
        lt(planActions.dueOn, before),
        or(
          and(inArray(planActions.state, ["open", "blocked"]), lt(planActions.dueOn, today)),
          sql`(${planActions.doneAt} at time zone 'Europe/London')::date > ${planActions.dueOn}`,
        ),
      ),
    )
    .orderBy(asc(planActions.dueOn), asc(planActions.id))
    .limit(limit);
