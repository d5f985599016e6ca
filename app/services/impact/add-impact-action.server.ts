import type { Change, FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfWords } from "#app/domain/impact/words.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { insertImpactAction, isImpactActionOpen } from "#db/queries/impact-parts.ts";
import { changeHeldImpact, type ImpactDeps } from "./change-impact-held.server.ts";

export interface WantedImpactAction {
  task: string;
  position: string;
  dueOn: Day;
}

function problemsOf({ task, position, dueOn }: WantedImpactAction, today: Day): FieldError[] {
  return [
    ...problemsOfWords("task", task, "Enter what is to be done"),
    ...problemsOfWords("position", position, "Enter who does it, by their position"),
    ...(dueOn < today ? [{ field: "dueOn", message: "The day it is due must be today or later" }] : []),
  ];
}

/** Adds what is to be done about an assessment, and by which position; null where the actor may not. */
export const addImpactAction = (
  deps: ImpactDeps,
  actor: Actor,
  reference: string,
  wanted: WantedImpactAction,
): Promise<Change | null> =>
  changeHeldImpact(deps, actor, { reference, version: null }, "impact.act", async (tx, { assessment }) => {
    const errors = problemsOf(wanted, londonDay(deps.now));
    if (errors.length > 0) return { ok: false, errors };
    const action = {
      assessmentId: assessment.id,
      task: wanted.task.trim(),
      position: wanted.position.trim(),
      dueOn: wanted.dueOn,
    };
    // A form that was sent twice adds once.
    if (await isImpactActionOpen(tx, action)) return null;
    await insertImpactAction(tx, { ...action, addedBy: actor.accountId, addedAt: deps.now });
    return { step: "added" };
  });
