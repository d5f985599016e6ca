import { and, asc, desc, eq, lte, ne } from "drizzle-orm";
import type { PlanStanding } from "#app/domain/plan/states.ts";
import type { Day } from "#app/domain/team/day.ts";
import { planEvents, plans } from "#db/schema/plan.ts";
import type { Db } from "#db/types.ts";

/** Plans whose pause ends by a day. */
export const pausesToEnd = (db: Db, today: Day, limit: number) =>
  db
    .select({ id: plans.id, priorityId: plans.priorityId })
    .from(plans)
    .where(and(eq(plans.standing, "paused"), lte(plans.pausedUntil, today)))
    .orderBy(asc(plans.pausedUntil), asc(plans.id))
    .limit(limit);

/** How a plan stood last without a pause, as its steps say; null where it has taken none. */
export async function standingBeforePause(db: Db, planId: string): Promise<PlanStanding | null> {
  const [event] = await db
    .select({ standing: planEvents.standing })
    .from(planEvents)
    .where(and(eq(planEvents.planId, planId), ne(planEvents.standing, "paused")))
    .orderBy(desc(planEvents.at), desc(planEvents.id))
    .limit(1);
  return event?.standing ?? null;
}
