import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { addActivity } from "#app/services/engagement/add-activity.server.ts";
import { approveEngagement } from "#app/services/engagement/approve-engagement.server.ts";
import { changeActivity } from "#app/services/engagement/change-activity.server.ts";
import type { EngagementDeps } from "#app/services/engagement/change-engagement.server.ts";
import { evaluateEngagement } from "#app/services/engagement/evaluate-engagement.server.ts";
import type { WantedActivity } from "#app/services/engagement/problems-of-activity.server.ts";
import { recordActivity } from "#app/services/engagement/record-activity.server.ts";
import { saveEngagement } from "#app/services/engagement/save-engagement.server.ts";
import type { Act } from "./acts.ts";

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

function toWanted(act: Extract<Act, { intent: "add" | "change" }>): WantedActivity {
  const { purpose, method, audience, place, heldOn, hours, formatAndLanguage, owner, targetReach, cost } =
    act;
  const [kind, id = null] = owner?.split(":") ?? [];
  return {
    purpose,
    method,
    audience: audience.trim(),
    place: orNull(place),
    heldOn,
    hours: orNull(hours),
    formatAndLanguage: formatAndLanguage.trim(),
    ownerId: kind === "staff" ? id : null,
    agencyId: kind === "agency" ? id : null,
    targetReach,
    costPence: cost === null ? null : Math.round(cost * 100),
  };
}

/** Does what one of the page’s forms asks for; null where the actor has no such plan. */
export function doAct(
  deps: EngagementDeps,
  actor: Actor,
  reference: string,
  act: Act,
): Promise<Change | null> {
  const read = { reference, version: act.version };
  switch (act.intent) {
    case "save":
      return saveEngagement(deps, actor, read, {
        audience: act.audience.trim(),
        underHeard: act.underHeard.trim(),
        underHeardWhy: act.underHeardWhy.trim(),
        advice: orNull(act.advice),
      });
    case "add":
      return addActivity(deps, actor, read, toWanted(act));
    case "change":
      return changeActivity(deps, actor, read, { ...toWanted(act), activityId: act.activityId });
    case "record":
      return recordActivity(deps, actor, read, {
        activityId: act.activityId,
        actualReach: act.actualReach,
        heard: act.heard.trim(),
        feedbackGiven: act.feedbackGiven.trim(),
        feedbackOn: act.feedbackOn,
        isCancelled: act.isCancelled === "yes",
      });
    case "approve":
      return approveEngagement(deps, actor, read);
    case "evaluate":
      return evaluateEngagement(deps, actor, read, act.evaluation);
  }
}
