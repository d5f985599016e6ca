import {
  isPlanOpen,
  problemsOfImprovementAction,
  type WantedImprovementAction,
} from "#app/domain/abstraction/improvement-plan.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { insertImprovementAction } from "#db/queries/abstraction-improvement-action.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import {
  changeImprovement,
  recordImprovementAct,
  type ImprovementDeps,
} from "./change-improvement.server.ts";
import { actionOwnersOf } from "./improvement-owners.server.ts";

/** Adds an action of a unit to an improvement; null where the actor has no such improvement. */
export const addImprovementAction = (
  deps: ImprovementDeps,
  actor: Actor,
  id: string,
  wanted: WantedImprovementAction,
): Promise<Change | null> =>
  changeImprovement(deps, actor, id, async (tx, held): Promise<Change> => {
    if (!isPlanOpen(held.improvement.state)) return refused("form", "No plan is asked for now");
    const today = londonDay(deps.now);
    const errors = problemsOfImprovementAction(wanted, today);
    const { unit, task, ownerId, dueOn } = wanted;
    const owners = await actionOwnersOf(tx, held.team, today);
    if (ownerId === null || !owners.some(({ accountId }) => accountId === ownerId))
      errors.push({ field: "owner", message: "Choose whose it is" });
    if (errors.length > 0) return { ok: false, errors };
    const number = await insertImprovementAction(tx, id, {
      unit: unit.trim(),
      task: task.trim(),
      ownerId,
      dueOn,
      changedAt: deps.now,
    });
    if (ownerId !== null && ownerId !== actor.accountId)
      await insertStaffNotices(tx, [ownerId], {
        at: deps.now,
        kind: "new",
        line: "Abstraction: an action of an improvement is yours",
        path: paths.staff.home(),
      });
    await recordImprovementAct(tx, actor, deps.now, held, {
      action: "abstraction.improve",
      details: { step: "add-action", number },
    });
    return done;
  });
