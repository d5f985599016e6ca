import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfNewDay, type NewDay } from "#app/domain/tasking/move-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findPlanOf } from "#db/queries/plan.ts";
import type { HeldTaskingAction } from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { notSharing, sharesIn } from "./check-wanted-action.server.ts";
import { leadTaskingAction, type ActionRead } from "./lead-action.server.ts";
import { beginAgain } from "./move-action.server.ts";
import { takeLineDown } from "./take-line-down.server.ts";

/**
 * Opens an action again that was closed too early; null where the actor records for no such action. What residents read
 * of it is taken down. The plan that it serves stays where it is: only residents and the panel send that back.
 */
export const reopenAction = (
  deps: TaskingDeps,
  actor: Actor,
  read: ActionRead,
  { dueOn, words }: NewDay,
): Promise<Change | null> =>
  leadTaskingAction(deps, actor, read, "reopen", async (tx, held): Promise<Change> => {
    const { now } = deps;
    const errors = problemsOfNewDay({ dueOn, words }, londonDay(now));
    if (errors.length > 0) return { ok: false, errors };
    if (await isOver(tx, held))
      return refused("form", "The plan that it served is closed. Give a new action instead");
    if (!(await sharesIn(tx, held.group, held.agency, londonDay(now))))
      return refused(
        "form",
        `${notSharing(held.agency)}. Sign the agreement first, or give a new action to another agency`,
      );
    await takeLineDown(tx, held.action);
    await beginAgain(tx, { actor, now }, held, { dueOn, words });
    return done;
  });

const isOver = async (tx: Db, { action: { priorityId } }: HeldTaskingAction): Promise<boolean> =>
  priorityId !== null && (await findPlanOf(tx, priorityId))?.stage === "closed";
