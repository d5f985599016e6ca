import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { PlanDeps } from "#app/services/plan/change-plan.server.ts";
import { deleteMeasure } from "#db/queries/measure-change.ts";
import { changeMeasureOf, recordMeasured, type ReadMeasure } from "./change-measures.server.ts";

/** Removes a measure and its figures; null where the actor has no such measure. */
export const removeMeasure = (deps: PlanDeps, actor: Actor, read: ReadMeasure): Promise<Change | null> =>
  changeMeasureOf(deps, actor, read, async (tx, held, { id }): Promise<Change> => {
    const figures = await deleteMeasure(tx, id);
    await recordMeasured(tx, actor, deps.now, held, { step: "remove", measure: id, figures });
    return done;
  });
