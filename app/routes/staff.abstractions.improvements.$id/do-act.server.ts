import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { addImprovementAction } from "#app/services/abstraction/add-improvement-action.server.ts";
import { approveImprovement } from "#app/services/abstraction/approve-improvement.server.ts";
import type { ImprovementDeps } from "#app/services/abstraction/change-improvement.server.ts";
import { reviewImprovement } from "#app/services/abstraction/review-improvement.server.ts";
import { saveImprovementPlan } from "#app/services/abstraction/save-improvement-plan.server.ts";
import { writeImprovementResult } from "#app/services/abstraction/write-improvement-result.server.ts";
import type { ImprovementAct } from "./acts.ts";

/** Does what one of the page's forms asks for; null where the actor has no such improvement. */
export function doAct(
  deps: ImprovementDeps,
  actor: Actor,
  id: string,
  act: ImprovementAct,
): Promise<Change | null> {
  switch (act.intent) {
    case "plan":
      return saveImprovementPlan(deps, actor, {
        id,
        version: act.version,
        rootCause: act.rootCause,
        target: act.target,
        targetTenths: act.targetRate,
        targetOn: act.targetOn,
        publicSummary: act.publicSummary,
        ownerId: act.owner,
      });
    case "approve":
      return approveImprovement(deps, actor, {
        id,
        version: act.version,
        whyTeamAlone: act.whyTeamAlone,
      });
    case "action":
      return addImprovementAction(deps, actor, id, {
        unit: act.otherUnit.trim() === "" ? act.unit : act.otherUnit,
        task: act.task,
        ownerId: act.owner,
        dueOn: act.dueOn,
      });
    case "review":
      return reviewImprovement(deps, actor, { id, note: act.note });
    case "result":
      return writeImprovementResult(deps, actor, { id, version: act.version, result: act.result });
  }
}
