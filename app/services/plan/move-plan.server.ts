import type { Actor } from "#app/domain/actor.ts";
import { planStagePublicWords } from "#app/domain/plan/states.ts";
import { planAfter } from "#app/domain/plan/steps.ts";
import type { PriorityStep } from "#app/domain/priority/steps.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { insertPlanEvent, lockPlanOf, updatePlan } from "#db/queries/plan.ts";
import type { Priority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { beginPlan } from "./begin-plan.server.ts";

/** Takes the plan of a priority along, in the transaction of the priority's step: begun, returned, closed. */
export async function movePlan(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  priority: Priority,
  step: PriorityStep,
): Promise<void> {
  if (step === "adopt" || step === "add-urgent") return beginPlan(tx, { actor, now }, priority);
  const to = planAfter[step];
  if (to === undefined) return;
  const plan = await lockPlanOf(tx, priority.id);
  if (plan === null || (plan.stage === "closed" && step !== "recur")) return;
  const isOver = to.stage === "closed";
  const { checkAgainDays } = await readSettings(tx);
  await updatePlan(tx, plan.id, {
    ...to,
    pausedUntil: null,
    pausedReason: null,
    closedAt: isOver ? now : null,
    monitorOn: step === "sign-off" ? addDays(londonDay(now), checkAgainDays) : plan.monitorOn,
    changedAt: now,
  });
  await insertPlanEvent(tx, {
    planId: plan.id,
    at: now,
    from: plan.stage,
    to: to.stage,
    standing: to.standing,
    line: `${planStagePublicWords[to.stage]}.`,
    actorId: actor.accountId,
  });
}
