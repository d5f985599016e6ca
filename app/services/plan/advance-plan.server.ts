import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { planStagePublicWords } from "#app/domain/plan/states.ts";
import { advanceRefusals, stageAfter } from "#app/domain/plan/steps.ts";
import { tellFollowers } from "#app/services/priority/take-step.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertPlanEvent, updatePlan } from "#db/queries/plan.ts";
import { asRead, changePlan, type PlanDeps } from "./change-plan.server.ts";
import { readFacts } from "./read-facts.server.ts";

/** Opens the next stage of a plan, once the one it is in is whole; null where the actor has no such plan. */
export const advancePlan = (
  deps: PlanDeps,
  actor: Actor,
  { reference, version }: { reference: string; version: number },
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:write", reference, async (tx, { plan, priority }): Promise<Change> => {
    const overtaken = asRead(plan, version);
    if (overtaken !== null) return overtaken;
    const refusals = advanceRefusals(await readFacts(tx, plan));
    const next = stageAfter(plan.stage);
    if (refusals.length > 0 || next === null)
      return { ok: false, errors: refusals.map((message) => ({ field: "form", message })) };
    await updatePlan(tx, plan.id, { stage: next, standing: "running", changedAt: deps.now });
    const line = `${planStagePublicWords[next]}.`;
    await insertPlanEvent(tx, {
      planId: plan.id,
      at: deps.now,
      from: plan.stage,
      to: next,
      standing: "running",
      line,
      actorId: actor.accountId,
    });
    await tellFollowers(tx, deps.now, priority, line);
    await recordAudit(tx, actor, deps.now, {
      action: "plan.advance",
      subjectKind: "plan",
      subjectId: plan.id,
      neighbourhoodId: priority.neighbourhoodId,
      details: { from: plan.stage, to: next },
    });
    return done;
  });
