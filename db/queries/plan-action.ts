import { and, asc, eq, inArray, ne, or, sql, type SQL } from "drizzle-orm";
import type { ActionPlace } from "#app/domain/plan/may-answer.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { planActions, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { hasLiveAgreementIn } from "./agreement-live.ts";
import { isUuid } from "./uuid.ts";

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

/** That the agency of an action shares in the plan on a day. */
const isShared = (db: Db, day: Day) =>
  hasLiveAgreementIn(db, planActions.agencyId, priorities.neighbourhoodId, day);

/** Where an action belongs, and whose it is; `isShared` is whether its agency has an agreement that holds on a day. */
export async function findActionPlace(
  db: Db,
  actionId: string,
  today: Day,
): Promise<(ActionPlace & { planId: string; priorityId: string; isShared: boolean }) | null> {
  const [found] = await db
    .select({
      planId: planActions.planId,
      priorityId: plans.priorityId,
      ownerId: planActions.ownerId,
      agencyId: planActions.agencyId,
      neighbourhoodId: priorities.neighbourhoodId,
      isShared: sql<boolean>`${isShared(db, today)}`,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(eq(planActions.id, actionId))
    .limit(1);
  return found ?? null;
}

/** An action for whoever answers it, with the public words of its priority and nothing else of its plan. */
export async function findActionToAnswer(db: Db, actionId: string, today: Day) {
  if (!isUuid(actionId)) return null;
  const [found] = await db
    .select({
      id: planActions.id,
      number: planActions.number,
      task: planActions.task,
      publicLine: planActions.publicLine,
      dueOn: planActions.dueOn,
      state: planActions.state,
      result: planActions.result,
      version: planActions.version,
      ownerId: planActions.ownerId,
      agencyId: planActions.agencyId,
      neighbourhoodId: priorities.neighbourhoodId,
      reference: priorities.reference,
      title: priorities.title,
      statement: priorities.statement,
      isPublic: sql<boolean>`${priorities.takenDownAt} is null`,
      isShared: sql<boolean>`${isShared(db, today)}`,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(eq(planActions.id, actionId))
    .limit(1);
  return found ?? null;
}

// A plan that is worked on for a year, with two actions a week.
const mostActions = 100;

/** The actions of a plan with whose they are, by number. Call it as staff. */
export const actionsOfPlan = (db: Db, planId: string) =>
  db
    .select({
      number: planActions.number,
      kind: planActions.kind,
      task: planActions.task,
      publicLine: planActions.publicLine,
      startsOn: planActions.startsOn,
      dueOn: planActions.dueOn,
      costPence: planActions.costPence,
      state: planActions.state,
      owner: accounts.name,
      agency: agencies.name,
    })
    .from(planActions)
    .leftJoin(accounts, eq(accounts.id, planActions.ownerId))
    .leftJoin(agencies, eq(agencies.id, planActions.agencyId))
    .where(eq(planActions.planId, planId))
    .orderBy(asc(planActions.number))
    .limit(mostActions);

/** One action of a plan, with whose it is; null where it has none of this number. Call it as staff. */
export async function findActionOf(db: Db, planId: string, number: number) {
  const [found] = await db
    .select({ action: planActions, owner: accounts.name, agency: agencies.name })
    .from(planActions)
    .leftJoin(accounts, eq(accounts.id, planActions.ownerId))
    .leftJoin(agencies, eq(agencies.id, planActions.agencyId))
    .where(and(eq(planActions.planId, planId), eq(planActions.number, number)))
    .limit(1);
  return found === undefined ? null : { ...found.action, owner: found.owner, agency: found.agency };
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
 * plan but its priority's title, so that a partner sees their own side alone, and that only while their agency has an
 * agreement that holds there. A member's own actions are their agency's: leave `accountId` null for one.
 */
export function actionsOfMine(
  db: Db,
  { accountId, agencyIds }: { accountId: string | null; agencyIds: readonly string[] },
  today: Day,
  limit: number,
) {
  const isMine: SQL | undefined = or(
    accountId === null ? sql`false` : eq(planActions.ownerId, accountId),
    agencyIds.length === 0
      ? undefined
      : and(inArray(planActions.agencyId, [...agencyIds]), isShared(db, today)),
  );
  return db
    .select({
      id: planActions.id,
      number: planActions.number,
      task: planActions.task,
      dueOn: planActions.dueOn,
      state: planActions.state,
      result: planActions.result,
      isOwn: sql<boolean>`${planActions.ownerId} is not distinct from ${accountId}::uuid`,
      reference: priorities.reference,
      title: priorities.title,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(and(isMine, inArray(planActions.state, ["open", "blocked"]), ne(plans.stage, "closed")))
    .orderBy(asc(planActions.dueOn), asc(planActions.id))
    .limit(limit);
}
