import type { Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { tellFollowers } from "#app/services/priority/take-step.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertPlanEvent, updatePlan, type PlanChange } from "#db/queries/plan.ts";
import type { Db } from "#db/types.ts";
import type { HeldPlan } from "./change-plan.server.ts";

/** A step of a plan that its team takes: what it writes, and the public line of it. */
interface PlanStep {
  changes: PlanChange;
  line: string;
  action: AuditAction;
  details?: Readonly<Record<string, string>>;
}

/** Takes a locked plan one step on: written, with its public line, told to followers, recorded. */
export async function recordPlanStep(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { plan, priority }: HeldPlan,
  { changes, line, action, details = {} }: PlanStep,
): Promise<void> {
  const moved = await updatePlan(tx, plan.id, { ...changes, changedAt: now });
  await insertPlanEvent(tx, {
    planId: plan.id,
    at: now,
    from: plan.stage,
    to: moved.stage,
    standing: moved.standing,
    line,
    actorId: actor.accountId,
  });
  await tellFollowers(tx, now, priority, line);
  await recordAudit(tx, actor, now, {
    action,
    subjectKind: "plan",
    subjectId: plan.id,
    neighbourhoodId: priority.neighbourhoodId,
    details,
  });
}
