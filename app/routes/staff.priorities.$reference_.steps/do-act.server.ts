import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { advancePlan } from "#app/services/plan/advance-plan.server.ts";
import type { PlanDeps } from "#app/services/plan/change-plan.server.ts";
import { involveCommunity } from "#app/services/plan/involve-community.server.ts";
import { pausePlan } from "#app/services/plan/pause-plan.server.ts";
import { resumePlan } from "#app/services/plan/resume-plan.server.ts";
import { reviewPlan } from "#app/services/plan/review-plan.server.ts";
import type { PlanAct } from "./acts.ts";

/** Does what one of the page's forms asks for; null where the actor has no such plan. */
export function doAct(deps: PlanDeps, actor: Actor, reference: string, act: PlanAct): Promise<Change | null> {
  switch (act.intent) {
    case "advance":
      return advancePlan(deps, actor, { reference, version: act.version });
    case "pause":
      return pausePlan(deps, actor, {
        reference,
        version: act.version,
        until: act.until,
        reason: act.reason,
      });
    case "resume":
      return resumePlan(deps, actor, { reference, version: act.version });
    case "involve":
      return involveCommunity(deps, actor, reference, {
        stage: act.stage,
        heldOn: act.heldOn,
        who: act.who,
        how: act.how,
        whatChanged: act.whatChanged,
      });
    case "review":
      return reviewPlan(deps, actor, { reference, version: act.version, note: act.note });
  }
}
