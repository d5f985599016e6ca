import { and, asc, eq, gt, inArray, lt, lte, or, sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { Reviewer, ReviewReach } from "#app/domain/plan/review.ts";
import { openStates } from "#app/domain/priority/open.ts";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { planActions, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** A place in a list that is in the order of days. */
export interface DayPosition {
  day: Day;
  id: string;
}

/** A page of such a list. */
export interface DayPage {
  after: DayPosition | null;
  limit: number;
}

/** The plan of a priority that is open, and so worked on. */
export const isWorkedOn = inArray(priorities.state, [...openStates]);

export const inReach = (scope: Scope | null): SQL | undefined => {
  if (scope === null) return sql`false`;
  return scope.isForce ? sql`true` : inArray(priorities.neighbourhoodId, [...scope.neighbourhoodIds]);
};

/** Where it is, by name. */
export const place = sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`;
export const isNameOfPlace = (db: Db) =>
  and(
    eq(boundaries.neighbourhoodId, priorities.neighbourhoodId),
    eq(boundaries.editionId, editionIdAt(db, "boundaries")),
  );

export const isBeyond = (day: SQL, id: SQL, after: DayPosition | null): SQL | undefined =>
  after === null
    ? undefined
    : or(gt(day, sql`${after.day}::date`), and(eq(day, sql`${after.day}::date`), gt(id, after.id)));

const reviewer = sql<Reviewer>`asked.reviewer`;
const reviewDay = sql`(case asked.reviewer when 'sergeant' then ${plans.sergeantDueOn} else ${plans.inspectorDueOn} end)`;
// Of two reviews of one plan on one day each has a place of its own.
const reviewId = sql`(${plans.id}::text || asked.reviewer)`;

/** Reviews that are due by a day, of plans that are worked on, whoever owes the longest first. */
export const reviewsDueBy = (db: Db, reach: ReviewReach, by: Day, { after, limit }: DayPage) =>
  db
    .select({
      id: sql<string>`${reviewId}`,
      planId: plans.id,
      priorityId: priorities.id,
      reviewer,
      dueOn: sql<Day>`${reviewDay}::text`,
      reference: priorities.reference,
      title: priorities.title,
      neighbourhoodId: priorities.neighbourhoodId,
      place,
    })
    .from(plans)
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .innerJoin(sql`(values ('sergeant'), ('inspector')) as asked(reviewer)`, sql`true`)
    .leftJoin(boundaries, isNameOfPlace(db))
    .where(
      and(
        isWorkedOn,
        or(
          and(eq(reviewer, "sergeant"), lte(plans.sergeantDueOn, by), inReach(reach.sergeant)),
          and(eq(reviewer, "inspector"), lte(plans.inspectorDueOn, by), inReach(reach.inspector)),
        ),
        isBeyond(reviewDay, reviewId, after),
      ),
    )
    .orderBy(reviewDay, reviewId)
    .limit(limit);

/** Open actions of plans that are worked on whose day is past, the latest of them first. */
export const actionsLateOn = (db: Db, scope: Scope | null, today: Day, { after, limit }: DayPage) =>
  db
    .select({
      id: planActions.id,
      planId: plans.id,
      priorityId: priorities.id,
      number: planActions.number,
      task: planActions.task,
      dueOn: planActions.dueOn,
      state: planActions.state,
      ownerId: planActions.ownerId,
      agencyId: planActions.agencyId,
      reference: priorities.reference,
      title: priorities.title,
      neighbourhoodId: priorities.neighbourhoodId,
      place,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .leftJoin(boundaries, isNameOfPlace(db))
    .where(
      and(
        inArray(planActions.state, ["open", "blocked"]),
        lt(planActions.dueOn, today),
        isWorkedOn,
        inReach(scope),
        isBeyond(sql`${planActions.dueOn}`, sql`${planActions.id}::text`, after),
      ),
    )
    .orderBy(asc(planActions.dueOn), sql`${planActions.id}::text`)
    .limit(limit);
