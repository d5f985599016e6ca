import { eq } from "drizzle-orm";
import { addDays } from "#app/domain/team/day.ts";
import type { PlanStage } from "#app/domain/plan/states.ts";
import * as schema from "#db/schema/index.ts";
import type { TaskingDesk } from "./tasking-desk.ts";

/** The plan of a priority of the desk, as far as a stage, with how the community took part in it or without. */
export async function addPlan(
  { db, id, now, today }: TaskingDesk,
  reference: string,
  { stage = "response-live", isInvolved = true }: { stage?: PlanStage; isInvolved?: boolean } = {},
): Promise<string> {
  const planId = id(`plan ${reference}`);
  await db.insert(schema.plans).values({
    id: planId,
    priorityId: id(reference),
    stage,
    begunOn: addDays(today, -30),
    sergeantDueOn: addDays(today, 28),
    inspectorDueOn: addDays(today, 84),
    changedAt: now,
  });
  if (isInvolved)
    await db.insert(schema.planInvolvements).values({
      planId,
      stage,
      heldOn: today,
      who: "The residents’ association",
      how: "A walk",
      whatChanged: "The lights come first",
      addedAt: now,
    });
  return planId;
}

/** An action of a plan, to be done by the police. */
export async function addPlanAction({ db, id, now, today }: TaskingDesk, reference: string): Promise<string> {
  const actionId = id(`plan action ${reference}`);
  await db.insert(schema.planActions).values({
    id: actionId,
    planId: id(`plan ${reference}`),
    number: 1,
    kind: "reassurance",
    task: "Walk the rec on Friday evenings",
    publicLine: "Officers walk the rec on Friday evenings",
    dueOn: addDays(today, 7),
    changedAt: now,
  });
  return actionId;
}

export async function planOf({ db, id }: TaskingDesk, reference: string) {
  const [plan] = await db
    .select()
    .from(schema.plans)
    .where(eq(schema.plans.priorityId, id(reference)));
  if (plan === undefined) throw new Error("There is no plan.");
  return plan;
}

/** What somebody was told, the first first. */
export const noticesOf = ({ db, id }: TaskingDesk, name: string) =>
  db
    .select({ line: schema.staffNotices.line, path: schema.staffNotices.path })
    .from(schema.staffNotices)
    .where(eq(schema.staffNotices.accountId, id(name)))
    .orderBy(schema.staffNotices.at, schema.staffNotices.id);

/** An action as it stands. */
export async function actionNow({ db }: TaskingDesk, actionId: string) {
  const [action] = await db
    .select()
    .from(schema.taskingActions)
    .where(eq(schema.taskingActions.id, actionId));
  if (action === undefined) throw new Error("There is no action.");
  return action;
}
