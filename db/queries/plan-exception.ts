import { and, eq, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { ExceptionCounts } from "#app/domain/plan/exceptions.ts";
import { objectiveFields } from "#app/domain/plan/review.ts";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { engagementActivities, engagementPlans } from "#db/schema/engagement.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { planActions, planEvents, planFields, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { inReach, isBeyond, isNameOfPlace, isWorkedOn, place, type DayPage } from "./plan-due.ts";

/** The days that decide what is an exception. */
interface ExceptionDays {
  today: Day;
  /** Whatever was adopted before it has had its time to be planned. */
  plannedBefore: Day;
}

const hasProblemPlan = sql<boolean>`(select count(*) from ${planFields}
  where ${planFields.planId} = ${plans.id} and ${inArray(planFields.name, [...objectiveFields])}
    and btrim(${planFields.value}) <> '') = ${objectiveFields.length}`;

// What approval asks of it at least: whom it is to reach, and an activity that comes back to them.
const hasEngagementPlan = sql<boolean>`exists (select from ${engagementPlans}
  where ${engagementPlans.priorityId} = ${priorities.id} and (${engagementPlans.state} <> 'draft'
    or (btrim(${engagementPlans.audience}) <> '' and exists (select from ${engagementActivities}
      where ${engagementActivities.planId} = ${engagementPlans.id} and ${engagementActivities.purpose} = 'return'
        and not ${engagementActivities.isCancelled}))))`;

/** Whether a priority has both of its plans. A condition on rows of `priorities`, each with its row of `plans` or none. */
export const hasBothPlans = sql<boolean>`(coalesce(${hasProblemPlan}, false) and ${hasEngagementPlan})`;

const isUnplanned = (plannedBefore: Day): SQL =>
  sql`(${lt(priorities.adoptedOn, plannedBefore)} and not ${hasBothPlans})`;
const isPausedPast = (today: Day): SQL =>
  sql`(${plans.standing} = 'paused' and ${lt(plans.pausedUntil, today)})`;
const isReturned = sql`${plans.standing} = 'returned'`;

const exceptionRows = (db: Db, day: SQL, scope: Scope, is: SQL, { after, limit }: DayPage) =>
  db
    .select({
      id: priorities.id,
      reference: priorities.reference,
      title: priorities.title,
      place,
      day: sql<Day>`${day}::text`,
      isBegun: sql<boolean>`${plans.id} is not null`,
      hasProblemPlan,
      hasEngagementPlan,
    })
    .from(priorities)
    .leftJoin(plans, eq(plans.priorityId, priorities.id))
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .leftJoin(boundaries, isNameOfPlace(db))
    .where(and(isWorkedOn, inReach(scope), is, isBeyond(day, sql`${priorities.id}::text`, after)))
    .orderBy(day, sql`${priorities.id}::text`)
    .limit(limit);

/** Priorities that have had their time and are not planned yet, by the day they were adopted. */
export const listUnplanned = (db: Db, scope: Scope, plannedBefore: Day, page: DayPage) =>
  exceptionRows(db, sql`${priorities.adoptedOn}`, scope, isUnplanned(plannedBefore), page);

/** Plans that are paused beyond the day that residents were told. */
export const listPausedPast = (db: Db, scope: Scope, today: Day, page: DayPage) =>
  exceptionRows(db, sql`${plans.pausedUntil}`, scope, isPausedPast(today), page);

/** Plans that came back from residents or the panel and have not moved since, by the day they came back: no pause since then moves it. */
export const listReturned = (db: Db, scope: Scope, page: DayPage) =>
  exceptionRows(
    db,
    sql`(select (max(${planEvents.at}) at time zone 'Europe/London')::date from ${planEvents}
      where ${planEvents.planId} = ${plans.id} and ${planEvents.standing} = 'returned'
        and ${planEvents.from} <> ${planEvents.to})`,
    scope,
    isReturned,
    page,
  );

const total = (each: SQL) => sql<number>`coalesce(sum(${each}), 0)::int`;

/** How many there are of each exception in a scope, in one query. */
export async function countExceptions(
  db: Db,
  scope: Scope,
  { today, plannedBefore }: ExceptionDays,
): Promise<ExceptionCounts> {
  const lateActions = db
    .select({ late: sql`count(*)` })
    .from(planActions)
    .where(
      and(
        eq(planActions.planId, plans.id),
        inArray(planActions.state, ["open", "blocked"]),
        lt(planActions.dueOn, today),
      ),
    );
  const [counts] = await db
    .select({
      unplanned: total(sql`${isUnplanned(plannedBefore)}::int`),
      reviews: total(
        sql`(${lt(plans.sergeantDueOn, today)})::int + (${lt(plans.inspectorDueOn, today)})::int`,
      ),
      actions: total(sql`(${lateActions})`),
      paused: total(sql`${isPausedPast(today)}::int`),
      returned: total(sql`(${isReturned})::int`),
    })
    .from(priorities)
    .leftJoin(plans, eq(plans.priorityId, priorities.id))
    .where(and(isWorkedOn, inReach(scope)));
  return counts ?? { unplanned: 0, reviews: 0, actions: 0, paused: 0, returned: 0 };
}
