import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import {
  outcomeReports,
  planActions,
  planChanges,
  planEvents,
  planFields,
  planInvolvements,
  planReviews,
  plans,
} from "#db/schema/plan.ts";
import type { Db } from "#db/types.ts";

export type Plan = typeof plans.$inferSelect;
export type PlanChange = Partial<Omit<Plan, "id" | "priorityId" | "version">>;

/** Adds the plan of a priority; the one that is there stays. */
export async function insertPlan(tx: Db, values: typeof plans.$inferInsert): Promise<Plan | null> {
  const [added] = await tx
    .insert(plans)
    .values(values)
    .onConflictDoNothing({ target: plans.priorityId })
    .returning();
  return added ?? null;
}

export async function findPlanOf(db: Db, priorityId: string): Promise<Plan | null> {
  const [plan] = await db.select().from(plans).where(eq(plans.priorityId, priorityId)).limit(1);
  return plan ?? null;
}

/** Locks the plan of a priority, so that nobody else moves it before the transaction ends. */
export async function lockPlanOf(tx: Db, priorityId: string): Promise<Plan | null> {
  const [plan] = await tx.select().from(plans).where(eq(plans.priorityId, priorityId)).for("update");
  return plan ?? null;
}

/** Writes what changed of a locked plan; its version rises by one. */
export async function updatePlan(tx: Db, id: string, changes: PlanChange): Promise<Plan> {
  const [plan] = await tx
    .update(plans)
    .set({ ...changes, version: sql`${plans.version} + 1` })
    .where(eq(plans.id, id))
    .returning();
  if (plan === undefined) throw new Error("A locked plan was not there to be changed.");
  return plan;
}

export const insertPlanEvent = (tx: Db, event: typeof planEvents.$inferInsert) =>
  tx.insert(planEvents).values(event);

export interface WrittenField {
  name: PlanFieldName;
  value: string;
  version: number;
  changedAt: Date;
  changedBy: string | null;
}

// There are as many fields as the module names, and a few that older versions named.
const mostFields = 200;

/** What is written in a plan: to whoever is no member of staff, the public layer alone. */
export const fieldsOf = (db: Db, planId: string): Promise<WrittenField[]> =>
  db
    .select({
      name: planFields.name,
      value: planFields.value,
      version: planFields.version,
      changedAt: planFields.changedAt,
      changedBy: planFields.changedBy,
    })
    .from(planFields)
    .where(eq(planFields.planId, planId))
    .limit(mostFields);

/** Locks some fields of a plan as they stand. Call it with the plan locked, for fields that nobody has written yet. */
export const lockFields = (
  tx: Db,
  planId: string,
  names: readonly PlanFieldName[],
): Promise<WrittenField[]> =>
  tx
    .select({
      name: planFields.name,
      value: planFields.value,
      version: planFields.version,
      changedAt: planFields.changedAt,
      changedBy: planFields.changedBy,
    })
    .from(planFields)
    .where(and(eq(planFields.planId, planId), inArray(planFields.name, [...names])))
    .orderBy(asc(planFields.name))
    .for("update");

/** Writes fields of a locked plan, and what they were to its history. */
export async function writeFields(
  tx: Db,
  planId: string,
  fields: readonly { name: PlanFieldName; value: string; version: number }[],
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  if (fields.length === 0) return;
  await tx
    .insert(planFields)
    .values(fields.map((one) => ({ ...one, planId, changedAt: at, changedBy: by })))
    .onConflictDoUpdate({
      target: [planFields.planId, planFields.name],
      set: {
        value: sql`excluded.value`,
        version: sql`excluded.version`,
        changedAt: sql`excluded.changed_at`,
        changedBy: sql`excluded.changed_by`,
      },
    });
  await tx.insert(planChanges).values(fields.map((one) => ({ ...one, planId, at, by })));
}

// A plan that is worked on for a year, with an entry a week.
const mostInvolvements = 100;
const mostActions = 100;

export const involvementsOf = (db: Db, planId: string) =>
  db
    .select()
    .from(planInvolvements)
    .where(eq(planInvolvements.planId, planId))
    .orderBy(asc(planInvolvements.heldOn), asc(planInvolvements.id))
    .limit(mostInvolvements);

export const insertInvolvement = (tx: Db, values: typeof planInvolvements.$inferInsert) =>
  tx.insert(planInvolvements).values(values);

export const actionsOf = (db: Db, planId: string) =>
  db
    .select()
    .from(planActions)
    .where(eq(planActions.planId, planId))
    .orderBy(asc(planActions.number))
    .limit(mostActions);

export const insertPlanReview = (tx: Db, values: typeof planReviews.$inferInsert) =>
  tx.insert(planReviews).values(values);

// A review a week for as long as a plan may run.
const mostReviews = 100;

/** The reviews of a plan, the latest first, with who made them. Call it as staff. */
export const reviewsOf = (db: Db, planId: string) =>
  db
    .select({
      id: planReviews.id,
      reviewer: planReviews.reviewer,
      reviewedOn: planReviews.reviewedOn,
      daysLate: planReviews.daysLate,
      note: planReviews.note,
      by: accounts.name,
    })
    .from(planReviews)
    .leftJoin(accounts, eq(accounts.id, planReviews.by))
    .where(eq(planReviews.planId, planId))
    .orderBy(desc(planReviews.at), desc(planReviews.id))
    .limit(mostReviews);

/** Keeps an outcome report as the next round of its plan. Call it with the plan locked. */
export const insertOutcomeReport = (
  tx: Db,
  planId: string,
  report: Omit<typeof outcomeReports.$inferInsert, "planId" | "round">,
) =>
  tx.insert(outcomeReports).values({
    ...report,
    planId,
    round: sql`(select coalesce(max(${outcomeReports.round}), 0) + 1 from ${outcomeReports} where ${outcomeReports.planId} = ${planId})`,
  });

/** Plans of priorities that residents are to be asked about once more, by a day. */
export const plansToMonitor = (db: Db, today: Day, limit: number) =>
  db
    .select({ priorityId: plans.priorityId })
    .from(plans)
    .where(lte(plans.monitorOn, today))
    .orderBy(asc(plans.monitorOn), asc(plans.id))
    .limit(limit);
