import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfMeasure, type WantedMeasure } from "#app/domain/measure/wanted-measure.ts";
import type { PlanDeps } from "#app/services/plan/change-plan.server.ts";
import { updateMeasure } from "#db/queries/measure-change.ts";
import { changeMeasureOf, recordMeasured, type ReadMeasure } from "./change-measures.server.ts";
import { storedMeasure } from "./stored-measure.ts";

/** Changes what a measure is; its kind stays. Null where the actor has no such measure. */
export const changeMeasure = (
  deps: PlanDeps,
  actor: Actor,
  read: ReadMeasure,
  wanted: Omit<WantedMeasure, "kind">,
): Promise<Change | null> =>
  changeMeasureOf(deps, actor, read, async (tx, held, { id, kind }): Promise<Change> => {
    const errors = problemsOfMeasure({ ...wanted, kind });
    if (errors.length > 0) return { ok: false, errors };
    await updateMeasure(tx, id, storedMeasure({ ...wanted, kind }));
    await recordMeasured(tx, actor, deps.now, held, { step: "change", measure: id });
    return done;
  });
