import { can, type Actor } from "#app/domain/actor.ts";
import { mayRecord, type LedGroup } from "./reading.ts";

/** Whether somebody decides what residents read of an action: whoever writes the plan that it serves, or who records for its group and publishes there. */
export const mayDecideLine = (
  actor: Actor,
  group: LedGroup,
  neighbourhoodId: string | null,
): boolean =>
  neighbourhoodId !== null &&
  (can(actor, "plan:write", { neighbourhoodId }) ||
    (mayRecord(actor, group) && can(actor, "publish:approve", { neighbourhoodId })));
