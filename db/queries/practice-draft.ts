import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { publicPlanFields } from "#app/domain/plan/fields.ts";
import { outcomeReports, planActions, planFields } from "#db/schema/plan.ts";
import type { Db } from "#db/types.ts";

const mostActions = 100;

/** What everybody may read of a plan that is done, whoever asks: named one by one, never the restricted layer. */
export async function publicOutcomeOf(db: Db, planId: string) {
  const fields = await db
    .select({ name: planFields.name, value: planFields.value })
    .from(planFields)
    .where(and(eq(planFields.planId, planId), inArray(planFields.name, [...publicPlanFields])))
    .limit(publicPlanFields.length);
  const actions = await db
    .select({ line: planActions.publicLine })
    .from(planActions)
    .where(
      and(eq(planActions.planId, planId), eq(planActions.state, "done"), isNotNull(planActions.publicLine)),
    )
    .orderBy(asc(planActions.number))
    .limit(mostActions);
  const { done, changed, notAchieved, before, after } = outcomeReports;
  const [report] = await db
    .select({ done, changed, notAchieved, before, after })
    .from(outcomeReports)
    .where(eq(outcomeReports.planId, planId))
    .orderBy(desc(outcomeReports.round))
    .limit(1);
  return {
    fields,
    done: actions.flatMap(({ line }) => (line === null ? [] : [line])),
    report: report ?? null,
  };
}
