import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { lockPlanOf, type Plan } from "#db/queries/plan.ts";
import { findPriority, type Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface PlanDeps {
  db: Db;
  now: Date;
}

/** The plan of a priority, by the priority's reference. */
export interface HeldPlan {
  plan: Plan;
  priority: Priority;
}

const overtaken = refused(
  "form",
  "Somebody else has moved this plan on since you opened it. Read it again, then decide. What you wrote is still in the form",
);

/** Whether a plan is as it was read; refused where somebody was faster. */
export const asRead = (plan: Plan, version: number): Refused | null =>
  plan.version === version ? null : overtaken;

/**
 * Holds the plan of a priority for somebody who may change it, in one transaction; null where they have no such plan.
 */
export const changePlan = <Result>(
  { db }: PlanDeps,
  actor: Actor,
  permission: Permission,
  reference: string,
  change: (tx: Db, held: HeldPlan) => Promise<Result>,
): Promise<Result | null> =>
  withActor(db, actor, async (tx) => {
    const priority = await findPriority(tx, reference);
    if (priority === null || !can(actor, permission, priority)) return null;
    const plan = await lockPlanOf(tx, priority.id);
    return plan === null ? null : change(tx, { plan, priority });
  });
