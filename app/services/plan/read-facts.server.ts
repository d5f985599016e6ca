import { isActionClosed } from "#app/domain/plan/action.ts";
import type { PlanAt } from "#app/domain/plan/steps.ts";
import { actionsOf, fieldsOf, involvementsOf, type Plan } from "#db/queries/plan.ts";
import type { Db } from "#db/types.ts";

/** A plan as far as its next stage depends on it. */
export async function readFacts(tx: Db, { id, stage, standing }: Plan): Promise<PlanAt> {
  const fields = await fieldsOf(tx, id);
  const involvements = await involvementsOf(tx, id);
  const actions = await actionsOf(tx, id);
  return {
    stage,
    standing,
    filled: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    involvedIn: new Set(involvements.map((one) => one.stage)),
    actions: actions.map(({ state }) => ({ isClosed: isActionClosed(state) })),
  };
}
