import { and, asc, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import { announcedMethods } from "#app/domain/engagement/engagement.ts";
import { engagementActivities, engagementPlans } from "#db/schema/engagement.ts";
import type { Db } from "#db/types.ts";

// More than any plan has; only bounds.
const mostActivities = 100;

const isAnnounced = inArray(engagementActivities.method, [...announcedMethods]);
/** Where and when is said of what anybody may come to, and of nothing else. */
const ifAnnounced = <Value>(column: typeof engagementActivities.place | typeof engagementActivities.hours) =>
  sql<Value>`case when ${isAnnounced} then ${column} end`;

/** What residents read of one activity; nothing else leaves the database. */
const columns = {
  id: engagementActivities.id,
  purpose: engagementActivities.purpose,
  method: engagementActivities.method,
  audience: engagementActivities.audience,
  place: ifAnnounced<string | null>(engagementActivities.place),
  heldOn: engagementActivities.heldOn,
  hours: ifAnnounced<string | null>(engagementActivities.hours),
  formatAndLanguage: engagementActivities.formatAndLanguage,
  isCancelled: engagementActivities.isCancelled,
  reached: engagementActivities.actualReach,
  heard: engagementActivities.heard,
  feedbackGiven: engagementActivities.feedbackGiven,
  feedbackOn: engagementActivities.feedbackOn,
};

/**
 * How the people of a priority are reached, as everybody may read it: whom, and each activity that anybody may come to
 * or that has been held, the earliest first. Null until an inspector has approved the plan.
 */
export async function publicEngagementOf(db: Db, priorityId: string) {
  const [plan] = await db
    .select({ id: engagementPlans.id, audience: engagementPlans.audience })
    .from(engagementPlans)
    .where(and(eq(engagementPlans.priorityId, priorityId), ne(engagementPlans.state, "draft")))
    .limit(1);
  if (plan === undefined) return null;
  const activities = await db
    .select(columns)
    .from(engagementActivities)
    .where(
      and(
        eq(engagementActivities.planId, plan.id),
        or(isAnnounced, isNotNull(engagementActivities.actualReach)),
      ),
    )
    .orderBy(asc(engagementActivities.heldOn), asc(engagementActivities.number))
    .limit(mostActivities);
  return { audience: plan.audience, activities };
}
