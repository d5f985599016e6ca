import { isActionClosed } from "#app/domain/plan/action.ts";
import type { PlanAt } from "#app/domain/plan/steps.ts";
import { isTaskingActionSettled } from "#app/domain/tasking/moves.ts";
import { actionsOf, fieldsOf, involvementsOf, type Plan } from "#db/queries/plan.ts";
import { jointStatesOf } from "#db/queries/tasking-of-priority.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

/** A plan as far as its next stage depends on it. Joint actions count as its own do, whoever asks and may read them. */
export async function readFacts(tx: Db, { id, priorityId, stage, standing }: Plan): Promise<PlanAt> {
  const fields = await fieldsOf(tx, id);
  const involvements = await involvementsOf(tx, id);
  const actions = await actionsOf(tx, id);
  const joint = await asPlatform(tx, () => jointStatesOf(tx, priorityId));
  return {
    stage,
    standing,
    filled: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    involvedIn: new Set(involvements.map((one) => one.stage)),
    actions: [
      ...actions.map(({ state }) => ({ isClosed: isActionClosed(state) })),
      ...joint.map((state) => ({ isClosed: isTaskingActionSettled(state) })),
    ],
  };
}
