import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfWords } from "#app/domain/impact/words.ts";
import { finishImpactAction } from "#db/queries/impact-parts.ts";
import { changeHeldImpact, type ImpactDeps } from "./change-impact-held.server.ts";

/** Says what came of an action of an assessment; null where the actor may not. */
export const finishAction = (
  deps: ImpactDeps,
  actor: Actor,
  reference: string,
  { actionId, result }: { actionId: string; result: string },
): Promise<Change | null> =>
  changeHeldImpact(deps, actor, { reference, version: null }, "impact.act", async (tx, { assessment }) => {
    const errors = problemsOfWords("result", result, "Say what came of it");
    if (errors.length > 0) return { ok: false, errors };
    const isFinished = await finishImpactAction(tx, {
      assessmentId: assessment.id,
      actionId,
      result: result.trim(),
      doneAt: deps.now,
    });
    return isFinished
      ? { step: "finished", impactAction: actionId }
      : refused("form", "This action is finished already");
  });
