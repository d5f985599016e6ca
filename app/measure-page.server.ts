import type { ChartMark } from "#app/domain/measure/chart.ts";
import { responseMarks } from "#app/domain/measure/response-marks.ts";
import { actionsOf } from "#db/queries/plan.ts";
import type { Db } from "#db/types.ts";

/** What was done about a problem, as it is marked in the charts of staff: with the task where no public line is written. */
export async function marksOfPlan(tx: Db, planId: string): Promise<ChartMark[]> {
  const actions = await actionsOf(tx, planId);
  return responseMarks(
    actions.map(({ state, doneAt, publicLine, task }) => ({ state, doneAt, words: publicLine ?? task })),
  );
}
