import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mostMeasures, problemsOfMeasure, type WantedMeasure } from "#app/domain/measure/wanted-measure.ts";
import type { PlanDeps } from "#app/services/plan/change-plan.server.ts";
import { countMeasures, insertMeasure } from "#db/queries/measure-change.ts";
import { changeMeasures, recordMeasured } from "./change-measures.server.ts";
import { storedMeasure } from "./stored-measure.ts";

/** Adds a measure to a plan; null where the actor has no such plan. */
export const addMeasure = (
  deps: PlanDeps,
  actor: Actor,
  reference: string,
  wanted: WantedMeasure,
): Promise<{ ok: true; id: string } | Refused | null> =>
  changeMeasures(deps, actor, reference, async (tx, held): Promise<{ ok: true; id: string } | Refused> => {
    const errors = problemsOfMeasure(wanted);
    if (errors.length > 0) return { ok: false, errors };
    if ((await countMeasures(tx, held.plan.id)) >= mostMeasures)
      return refused("form", `A plan has ${mostMeasures} measures at most. Remove one first`);
    const { kind } = wanted;
    const id = await insertMeasure(tx, {
      ...storedMeasure(wanted),
      kind,
      planId: held.plan.id,
      addedAt: deps.now,
    });
    await recordMeasured(tx, actor, deps.now, held, { step: "add", measure: id, kind });
    return { ok: true, id };
  });
