import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayMeasure } from "#app/domain/measure/measurers.ts";
import { changePlan, type HeldPlan, type PlanDeps } from "#app/services/plan/change-plan.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findMeasure, type StoredMeasure } from "#db/queries/measure-change.ts";
import type { Db } from "#db/types.ts";

/** Which measure is changed, as it was read. */
export interface ReadMeasure {
  reference: string;
  measureId: string;
  version: number;
}

/**
 * Holds a plan for somebody who may say what it is measured by; null where they have no such plan. A closed plan keeps
 * its measures as residents were asked about them.
 */
export const changeMeasures = <Result>(
  deps: PlanDeps,
  actor: Actor,
  reference: string,
  change: (tx: Db, held: HeldPlan) => Promise<Result>,
): Promise<Result | Refused | null> =>
  changePlan(deps, actor, "plan:read", reference, async (tx, held) => {
    if (!mayMeasure(actor, held.priority)) return null;
    if (held.plan.stage === "closed") return refused("form", "The plan is closed");
    return change(tx, held);
  });

/** The same for one measure of it, as it was read; null too where the plan has no such measure. */
export const changeMeasureOf = <Result>(
  deps: PlanDeps,
  actor: Actor,
  { reference, measureId, version }: ReadMeasure,
  change: (tx: Db, held: HeldPlan, measure: StoredMeasure) => Promise<Result>,
): Promise<Result | Refused | null> =>
  changeMeasures(deps, actor, reference, async (tx, held) => {
    const measure = await findMeasure(tx, held.plan.id, measureId);
    if (measure === null) return null;
    if (measure.version !== version)
      return refused(
        "form",
        "Somebody else has changed this measure since you opened it. Read it again, then decide. What you wrote is still in the form",
      );
    return change(tx, held, measure);
  });

/** Records what was done to a measure: numbers, days and our own words only. */
export const recordMeasured = (
  tx: Db,
  actor: Actor,
  at: Date,
  { plan, priority }: HeldPlan,
  details: Record<string, string | number>,
): Promise<void> =>
  recordAudit(tx, actor, at, {
    action: "measure.change",
    subjectKind: "plan",
    subjectId: plan.id,
    neighbourhoodId: priority.neighbourhoodId,
    details,
  });
