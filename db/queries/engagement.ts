import { asc, eq, sql } from "drizzle-orm";
import { engagementActivities, engagementPlans } from "#db/schema/engagement.ts";
import type { Db } from "#db/types.ts";

export type EngagementPlan = typeof engagementPlans.$inferSelect;
export type EngagementActivity = typeof engagementActivities.$inferSelect;

// More than any plan has; only bounds.
const mostActivities = 100;

/** Adds the engagement plan of a priority; the one that is there stays. */
export const insertEngagementPlan = (tx: Db, values: typeof engagementPlans.$inferInsert) =>
  tx.insert(engagementPlans).values(values).onConflictDoNothing({ target: engagementPlans.priorityId });

export async function findEngagementOf(db: Db, priorityId: string): Promise<EngagementPlan | null> {
  const [plan] = await db
    .select()
    .from(engagementPlans)
    .where(eq(engagementPlans.priorityId, priorityId))
    .limit(1);
  return plan ?? null;
}

/** Locks the engagement plan of a priority, so that nobody else changes it before the transaction ends. */
export async function lockEngagementOf(tx: Db, priorityId: string): Promise<EngagementPlan | null> {
  const [plan] = await tx
    .select()
    .from(engagementPlans)
    .where(eq(engagementPlans.priorityId, priorityId))
    .for("update");
  return plan ?? null;
}

/** Writes what changed of a locked plan; its version rises by one. */
export async function updateEngagement(
  tx: Db,
  id: string,
  changes: Partial<Omit<EngagementPlan, "id" | "priorityId" | "version">>,
): Promise<void> {
  await tx
    .update(engagementPlans)
    .set({ ...changes, version: sql`${engagementPlans.version} + 1` })
    .where(eq(engagementPlans.id, id));
}

export const activitiesOf = (db: Db, planId: string): Promise<EngagementActivity[]> =>
  db
    .select()
    .from(engagementActivities)
    .where(eq(engagementActivities.planId, planId))
    .orderBy(asc(engagementActivities.number))
    .limit(mostActivities);

/** Adds an activity under the next number of its plan. Call it with the plan locked. */
export const insertActivity = (
  tx: Db,
  planId: string,
  values: Omit<typeof engagementActivities.$inferInsert, "planId" | "number">,
) =>
  tx.insert(engagementActivities).values({
    ...values,
    planId,
    number: sql`(select coalesce(max(${engagementActivities.number}), 0) + 1 from ${engagementActivities} where ${engagementActivities.planId} = ${planId})`,
  });

/** Writes what changed of an activity of a locked plan; its version rises by one. */
export async function updateActivity(
  tx: Db,
  activityId: string,
  changes: Partial<Omit<EngagementActivity, "id" | "planId" | "number" | "version">>,
): Promise<void> {
  await tx
    .update(engagementActivities)
    .set({ ...changes, version: sql`${engagementActivities.version} + 1` })
    .where(eq(engagementActivities.id, activityId));
}
