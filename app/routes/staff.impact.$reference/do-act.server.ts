import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { addImpactAction } from "#app/services/impact/add-impact-action.server.ts";
import type { ImpactDeps } from "#app/services/impact/change-impact-held.server.ts";
import { closeImpact } from "#app/services/impact/close-impact.server.ts";
import { consult } from "#app/services/impact/consult.server.ts";
import { finishAction } from "#app/services/impact/finish-impact-action.server.ts";
import { recordAdvice } from "#app/services/impact/record-advice.server.ts";
import { reviewImpact } from "#app/services/impact/review-impact.server.ts";
import type { ImpactAct } from "./acts.ts";

/** Does what one of the forms asks; null where the actor may not. */
export function doAct(
  deps: ImpactDeps,
  actor: Actor,
  reference: string,
  act: ImpactAct,
): Promise<Change | null> {
  switch (act.intent) {
    case "review": {
      const { version, tension, words, reviewHours = null } = act;
      return reviewImpact(deps, actor, { reference, version }, { tension, words, reviewHours });
    }
    case "consult":
      return consult(deps, actor, reference, { ...act, adviserId: act.adviserId ?? null });
    case "advice":
      return recordAdvice(deps, actor, reference, { consultationId: act.id, advice: act.advice });
    case "add-action":
      return addImpactAction(deps, actor, reference, act);
    case "finish-action":
      return finishAction(deps, actor, reference, { actionId: act.id, result: act.result });
    case "close":
      return closeImpact(deps, actor, { reference, version: act.version }, act.closingWords);
  }
}
