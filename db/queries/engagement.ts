import { engagementPlans } from "#db/schema/engagement.ts";
import type { Db } from "#db/types.ts";

/** Adds the engagement plan of a priority; the one that is there stays. */
export const insertEngagementPlan = (tx: Db, values: typeof engagementPlans.$inferInsert) =>
  tx.insert(engagementPlans).values(values).onConflictDoNothing({ target: engagementPlans.priorityId });
