import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { publicPlanFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import { fieldsPublished } from "#app/domain/plan/published.ts";
import type { PlanStage } from "#app/domain/plan/states.ts";
import { agencies } from "#db/schema/agency.ts";
import { outcomeReports, planActions, planFields, planInvolvements, plans } from "#db/schema/plan.ts";
import type { Db } from "#db/types.ts";
import { publicMeasuresOf } from "./measure.ts";

// More than any plan has; only bounds.
const mostFields = 100;
const mostActions = 100;
const mostInvolvements = 100;
const mostReports = 20;

/** What everybody may read of a plan's standing. Who works on it, and when it is reviewed, is not among it. */
const planColumns = {
  id: plans.id,
  stage: plans.stage,
  standing: plans.standing,
  pausedUntil: plans.pausedUntil,
  pausedReason: plans.pausedReason,
  begunOn: plans.begunOn,
  monitorOn: plans.monitorOn,
  furthestLeft: sql<PlanStage | null>`(select max(e."from") from plan_events e where e.plan_id = ${plans.id})`,
};

/** An action without its task, result, owner and cost. */
const actionColumns = {
  number: planActions.number,
  line: planActions.publicLine,
  agency: agencies.name,
  state: planActions.state,
  dueOn: planActions.dueOn,
  doneAt: planActions.doneAt,
  publicReason: planActions.publicReason,
};

const involvementColumns = {
  stage: planInvolvements.stage,
  heldOn: planInvolvements.heldOn,
  who: planInvolvements.who,
  how: planInvolvements.how,
  whatChanged: planInvolvements.whatChanged,
};

const reportColumns = {
  round: outcomeReports.round,
  done: outcomeReports.done,
  changed: outcomeReports.changed,
  notAchieved: outcomeReports.notAchieved,
  remains: outcomeReports.remains,
  before: outcomeReports.before,
  after: outcomeReports.after,
  isCausal: outcomeReports.isCausal,
  filedAt: outcomeReports.filedAt,
};

/**
 * The plan of a priority as residents read it: the public fields of the stages that are over, actions with a public
 * line, how the community took part, what was counted, and what was reported. Every column is named here, so that nothing of the
 * restricted layer leaves the database whoever asks. Null where there is no plan.
 */
export async function publicPlanOf(tx: Db, priorityId: string) {
  const [plan] = await tx.select(planColumns).from(plans).where(eq(plans.priorityId, priorityId)).limit(1);
  if (plan === undefined) return null;
  const { id, furthestLeft, ...head } = plan;
  return {
    ...head,
    fields: await publicFieldsOf(tx, id, fieldsPublished({ stage: head.stage, furthestLeft })),
    actions: await tx
      .select(actionColumns)
      .from(planActions)
      .leftJoin(agencies, eq(agencies.id, planActions.agencyId))
      .where(and(eq(planActions.planId, id), isNotNull(planActions.publicLine)))
      .orderBy(asc(planActions.number))
      .limit(mostActions),
    involvements: await tx
      .select(involvementColumns)
      .from(planInvolvements)
      .where(eq(planInvolvements.planId, id))
      .orderBy(asc(planInvolvements.heldOn), asc(planInvolvements.id))
      .limit(mostInvolvements),
    reports: await tx
      .select(reportColumns)
      .from(outcomeReports)
      .where(eq(outcomeReports.planId, id))
      .orderBy(asc(outcomeReports.round))
      .limit(mostReports),
    measures: await publicMeasuresOf(tx, id),
  };
}

export type PublicPlan = NonNullable<Awaited<ReturnType<typeof publicPlanOf>>>;

async function publicFieldsOf(
  tx: Db,
  planId: string,
  published: readonly PlanFieldName[],
): Promise<Partial<Record<PlanFieldName, string>>> {
  // why: named twice, so that a mistake in what is published by now can show no field that is never public.
  const names = published.filter((name) => publicPlanFields.includes(name));
  if (names.length === 0) return {};
  const rows = await tx
    .select({ name: planFields.name, value: planFields.value })
    .from(planFields)
    .where(and(eq(planFields.planId, planId), inArray(planFields.name, names)))
    .limit(mostFields);
  return Object.fromEntries(
    rows.filter(({ value }) => value.trim() !== "").map(({ name, value }) => [name, value]),
  );
}
