import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { answerTaskingAction } from "#app/services/tasking/answer-action.server.ts";
import type { TaskingDeps } from "#app/services/tasking/change-meeting.server.ts";
import { decideLine } from "#app/services/tasking/decide-line.server.ts";
import { giveActionOn } from "#app/services/tasking/give-action-on.server.ts";
import { moveActionDay } from "#app/services/tasking/move-action-day.server.ts";
import { reopenAction } from "#app/services/tasking/reopen-action.server.ts";
import { takeOnAction } from "#app/services/tasking/take-on-action.server.ts";
import { withdrawAction } from "#app/services/tasking/withdraw-action.server.ts";
import type { Act } from "./acts.ts";

/** Does with an action what its page was asked; null where the actor may not do that with it. */
export function takeAct(deps: TaskingDeps, actor: Actor, actionId: string, act: Act): Promise<Change | null> {
  const read = { actionId, version: act.version };
  switch (act.intent) {
    case "answer":
      return answerTaskingAction(deps, actor, { ...act, actionId });
    case "take-on":
      return takeOnAction(deps, actor, read);
    case "move-day":
      return moveActionDay(deps, actor, read, act);
    case "give-on":
      return giveActionOn(deps, actor, read, {
        agencyId: act.agencyId,
        position: act.position,
        ownerId: null,
        dueOn: act.dueOn,
        words: act.words,
      });
    case "withdraw":
      return withdrawAction(deps, actor, read, act.words);
    case "reopen":
      return reopenAction(deps, actor, read, act);
    case "publish":
      return decideLine(deps, actor, read, {
        is: "publish",
        line: act.publicLine,
        isElectionMinded: act.isElectionMinded === "on",
      });
    case "withhold":
      return decideLine(deps, actor, read, { is: "withhold", reason: act.withheldReason });
  }
}
