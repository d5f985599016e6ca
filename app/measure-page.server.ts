import type { Actor } from "#app/domain/actor.ts";
import type { ChartMark } from "#app/domain/measure/chart.ts";
import { responseMarks } from "#app/domain/measure/response-marks.ts";
import { measuresOf, publicMeasuresOf, type Measure } from "#db/queries/measure.ts";
import { actionsOf } from "#db/queries/plan.ts";
import type { Db } from "#db/types.ts";

/** The measures of a plan that a reader sees: whoever is no member of staff, those that residents see. */
export const measuresFor = (tx: Db, planId: string, { kind }: Pick<Actor, "kind">): Promise<Measure[]> =>
  kind === "staff" ? measuresOf(tx, planId) : publicMeasuresOf(tx, planId);

/**
 * What was done about a problem, as it is marked in the charts of staff: with the task where no public line is written.
 * Others read public lines alone.
 */
export async function marksOfPlan(
  tx: Db,
  planId: string,
  { kind }: Pick<Actor, "kind">,
): Promise<ChartMark[]> {
  const actions = await actionsOf(tx, planId);
  return responseMarks(
    actions.map(({ state, doneAt, publicLine, task }) => ({
      state,
      doneAt,
      words: publicLine ?? (kind === "staff" ? task : null),
    })),
  );
}
