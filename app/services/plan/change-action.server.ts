import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfAction, publicReasonRefusal, type WantedAction } from "#app/domain/plan/wanted-action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findActionOf, lockAction, updateAction } from "#db/queries/plan-action.ts";
import { changePlan, type PlanDeps } from "./change-plan.server.ts";
import { checkOwner } from "./check-owner.server.ts";
import { overtakenAction } from "./answer-action.server.ts";

interface ActionRead {
  reference: string;
  number: number;
  version: number;
}

/** Changes what an action is, whose and by when, and what residents read of it; null where the actor has no such action. */
export const changeAction = (
  deps: PlanDeps,
  actor: Actor,
  { reference, number, version }: ActionRead,
  wanted: WantedAction & { publicReason: string | null },
): Promise<Change | null> =>
  changePlan(deps, actor, "plan:write", reference, async (tx, { plan, priority }): Promise<Change | null> => {
    const found = await findActionOf(tx, plan.id, number);
    const action = found === null ? null : await lockAction(tx, found.id);
    if (action === null) return null;
    if (action.version !== version) return overtakenAction;
    if (plan.stage === "closed") return refused("form", "The plan is closed");
    const today = londonDay(deps.now);
    // What was late before may stay so: its day is changed only by somebody who says which.
    const errors = problemsOfAction(wanted, action.dueOn < today ? action.dueOn : today);
    if (errors.length > 0) return { ok: false, errors };
    const publicReason = writtenOrNull(wanted.publicReason);
    const refusal = publicReason === null ? null : publicReasonRefusal(publicReason);
    if (refusal !== null) return refused("publicReason", refusal);
    const { neighbourhoodId } = priority;
    const isGivenOn = action.ownerId !== wanted.ownerId || action.agencyId !== wanted.agencyId;
    const refusedOwner = isGivenOn ? await checkOwner(tx, wanted, { neighbourhoodId, today }) : null;
    if (refusedOwner !== null) return refusedOwner;
    await updateAction(tx, action.id, {
      ...wanted,
      task: wanted.task.trim(),
      publicLine: writtenOrNull(wanted.publicLine),
      publicReason,
      changedAt: deps.now,
    });
    await recordAudit(tx, actor, deps.now, {
      action: "plan.act",
      subjectKind: "plan",
      subjectId: plan.id,
      neighbourhoodId,
      agencyId: wanted.agencyId,
      details: { number, step: "change" },
    });
    return done;
  });
