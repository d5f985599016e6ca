import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { closeTaskingAction } from "./close-action.server.ts";
import { leadTaskingAction, type ActionRead } from "./lead-action.server.ts";

/** Withdraws an action that is no longer needed; null where the actor records for no such action. */
export const withdrawAction = (
  deps: TaskingDeps,
  actor: Actor,
  read: ActionRead,
  words: string,
): Promise<Change | null> =>
  leadTaskingAction(deps, actor, read, "withdraw", (tx, held) =>
    closeTaskingAction(tx, { actor, now: deps.now }, held, { to: "withdrawn", words }),
  );
