import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfAction, type WantedAction } from "#app/domain/plan/wanted-action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertAction } from "#db/queries/plan-action.ts";
import { changePlan, type PlanDeps } from "./change-plan.server.ts";
import { checkOwner } from "./check-owner.server.ts";

/** Adds an action to a plan; null where the actor has no such plan. */
export const addAction = (
  deps: PlanDeps,
  actor: Actor,
  reference: string,
  wanted: WantedAction,
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:write", reference, async (tx, { plan, priority }): Promise<Change> => {
    if (plan.stage === "closed") return refused("form", "The plan is closed");
    const today = londonDay(deps.now);
    const errors = problemsOfAction(wanted, today);
    if (errors.length > 0) return { ok: false, errors };
    const { neighbourhoodId } = priority;
    const refusedOwner = await checkOwner(tx, wanted, { neighbourhoodId, today });
    if (refusedOwner !== null) return refusedOwner;
    const number = await insertAction(tx, plan.id, {
      ...wanted,
      task: wanted.task.trim(),
      publicLine: writtenOrNull(wanted.publicLine),
      changedAt: deps.now,
    });
    await recordAudit(tx, actor, deps.now, {
      action: "plan.act",
      subjectKind: "plan",
      subjectId: plan.id,
      neighbourhoodId,
      agencyId: wanted.agencyId,
      details: { number, step: "add" },
    });
    return done;
  });
