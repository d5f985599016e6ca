import { and, asc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { planActions, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

export type PlanAction = typeof planActions.$inferSelect;

/** Adds an action under the next number of its plan, and says which. Call it with the plan locked. */
export async function insertAction(
  tx: Db,
  planId: string,
  values: Omit<typeof planActions.$inferInsert, "planId" | "number">,
): Promise<number> {
  const [added] = await tx
    .insert(planActions)
    .values({
      ...values,
      planId,
      number: sql`(select coalesce(max(${planActions.number}), 0) + 1 from ${planActions} where ${planActions.planId} = ${planId})`,
    })
    .returning({ number: planActions.number });
  if (added === undefined) throw new Error("The database returned no action.");
  return added.number;
}

/** Where an action belongs, and whose it is. */
export async function findActionPlace(db: Db, actionId: string) {
  const [found] = await db
    .select({
      planId: planActions.planId,
      ownerId: planActions.ownerId,
      agencyId: planActions.agencyId,
      neighbourhoodId: priorities.neighbourhoodId,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(eq(planActions.id, actionId))
    .limit(1);
  return found ?? null;
}

export async function lockAction(tx: Db, actionId: string): Promise<PlanAction | null> {
  const [action] = await tx.select().from(planActions).where(eq(planActions.id, actionId)).for("update");
  return action ?? null;
}

/** Writes what changed of a locked action; its version rises by one. */
export async function updateAction(
  tx: Db,
  actionId: string,
  changes: Partial<Omit<PlanAction, "id" | "planId" | "number" | "version">>,
): Promise<void> {
  await tx
    .update(planActions)
    .set({ ...changes, version: sql`${planActions.version} + 1` })
    .where(eq(planActions.id, actionId));
}

/**
 * The open actions of an account or of some agencies, those due first before the others: "my actions". Nothing of the
 * plan but its priority's title, so that a partner sees their own side alone.
 */
export function actionsOfMine(
  db: Db,
  { accountId, agencyIds }: { accountId: string; agencyIds: readonly string[] },
  limit: number,
) {
  const isMine: SQL | undefined = or(
    eq(planActions.ownerId, accountId),
    agencyIds.length === 0 ? undefined : inArray(planActions.agencyId, [...agencyIds]),
  );
  return db
    .select({
      id: planActions.id,
      number: planActions.number,
      kind: planActions.kind,
      task: planActions.task,
      dueOn: planActions.dueOn,
      state: planActions.state,
      result: planActions.result,
      version: planActions.version,
      reference: priorities.reference,
      title: priorities.title,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(and(isMine, inArray(planActions.state, ["open", "blocked"])))
    .orderBy(asc(planActions.dueOn), asc(planActions.id))
    .limit(limit);
}
