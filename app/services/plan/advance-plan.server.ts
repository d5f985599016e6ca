import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { planStagePublicWords } from "#app/domain/plan/states.ts";
import { advanceRefusals, stageAfter } from "#app/domain/plan/steps.ts";
import { asRead, changePlan, type PlanDeps } from "./change-plan.server.ts";
import { readFacts } from "./read-facts.server.ts";
import { recordPlanStep } from "./record-plan-step.server.ts";

/** Opens the next stage of a plan, once the one it is in is whole; null where the actor has no such plan. */
export const advancePlan = (
  deps: PlanDeps,
  actor: Actor,
  { reference, version }: { reference: string; version: number },
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:write", reference, async (tx, held): Promise<Change> => {
    const { plan } = held;
    const overtaken = asRead(plan, version);
    if (overtaken !== null) return overtaken;
    const refusals = advanceRefusals(await readFacts(tx, plan));
    const next = stageAfter(plan.stage);
    if (refusals.length > 0 || next === null)
      return { ok: false, errors: refusals.map((message) => ({ field: "form", message })) };
    await recordPlanStep(tx, { actor, now: deps.now }, held, {
      changes: { stage: next, standing: "running" },
      line: `${planStagePublicWords[next]}.`,
      action: "plan.advance",
      details: { from: plan.stage, to: next },
    });
    return done;
  });
