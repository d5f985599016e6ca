import { desc, eq } from "drizzle-orm";
import { planEvents, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import { mostRows, type HeldPart } from "./held-data.ts";

/** Steps that a person took with plans, in public words; erased with who took them. What they wrote stays the plan's. */
export const heldPlanSteps: HeldPart = {
  tables: ["plan_events"],
  read: (db, { accountId }) =>
    db
      .select({ priority: priorities.reference, at: planEvents.at, line: planEvents.line })
      .from(planEvents)
      .innerJoin(plans, eq(plans.id, planEvents.planId))
      .innerJoin(priorities, eq(priorities.id, plans.priorityId))
      .where(eq(planEvents.actorId, accountId))
      .orderBy(desc(planEvents.at), desc(planEvents.id))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx.update(planEvents).set({ actorId: null }).where(eq(planEvents.actorId, accountId)),
};
