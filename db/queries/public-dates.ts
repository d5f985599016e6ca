import { and, asc, eq, gte, inArray, isNull, ne, notInArray } from "drizzle-orm";
import { announcedMethods } from "#app/domain/engagement/engagement.ts";
import type { Day } from "#app/domain/team/day.ts";
import { engagementActivities, engagementPlans } from "#db/schema/engagement.ts";
import { feedbackRounds } from "#db/schema/feedback.ts";
import { planFields, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

const mostDates = 200;

const isShownIn = (neighbourhoodId: string) =>
  and(
    eq(priorities.neighbourhoodId, neighbourhoodId),
    isNull(priorities.takenDownAt),
    ne(priorities.state, "proposed"),
  );

const about = { reference: priorities.reference, title: priorities.title };

/** Rounds in which residents of a neighbourhood say whether something is solved, by their last day. */
export const roundDates = (db: Db, neighbourhoodId: string, since: Day) =>
  db
    .select({
      ...about,
      id: feedbackRounds.id,
      kind: feedbackRounds.kind,
      opensOn: feedbackRounds.opensOn,
      closesOn: feedbackRounds.closesOn,
      isExtended: feedbackRounds.isExtended,
    })
    .from(feedbackRounds)
    .innerJoin(priorities, eq(priorities.id, feedbackRounds.priorityId))
    .where(and(isShownIn(neighbourhoodId), gte(feedbackRounds.closesOn, since)))
    .orderBy(asc(feedbackRounds.closesOn), asc(feedbackRounds.id))
    .limit(mostDates);

/** What anybody of a neighbourhood may come to, of engagement plans that an inspector has approved. */
export const activityDates = (db: Db, neighbourhoodId: string, since: Day) =>
  db
    .select({
      ...about,
      id: engagementActivities.id,
      method: engagementActivities.method,
      audience: engagementActivities.audience,
      heldOn: engagementActivities.heldOn,
      hours: engagementActivities.hours,
      place: engagementActivities.place,
      isCancelled: engagementActivities.isCancelled,
      changedAt: engagementActivities.changedAt,
      version: engagementActivities.version,
    })
    .from(engagementActivities)
    .innerJoin(engagementPlans, eq(engagementPlans.id, engagementActivities.planId))
    .innerJoin(priorities, eq(priorities.id, engagementPlans.priorityId))
    .where(
      and(
        isShownIn(neighbourhoodId),
        ne(engagementPlans.state, "draft"),
        inArray(engagementActivities.method, [...announcedMethods]),
        gte(engagementActivities.heldOn, since),
      ),
    )
    .orderBy(asc(engagementActivities.heldOn), asc(engagementActivities.id))
    .limit(mostDates);

/** The days by which plans of a neighbourhood are to have reached their aim, once that is published. */
export const targetDates = (db: Db, neighbourhoodId: string, since: Day) =>
  db
    .select({
      ...about,
      id: plans.id,
      on: planFields.value,
      changedAt: planFields.changedAt,
      version: planFields.version,
    })
    .from(planFields)
    .innerJoin(plans, eq(plans.id, planFields.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(
      and(
        isShownIn(neighbourhoodId),
        eq(planFields.name, "targetDate"),
        notInArray(plans.stage, ["draft", "closed"]),
        gte(planFields.value, since),
      ),
    )
    .orderBy(asc(planFields.value), asc(plans.id))
    .limit(mostDates);
