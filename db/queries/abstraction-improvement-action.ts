import { and, asc, eq, sql } from "drizzle-orm";
import {
  abstractionImprovementActions,
  abstractionImprovements,
} from "#db/schema/abstraction-improvement.ts";
import { accounts } from "#db/schema/account.ts";
import type { Db } from "#db/types.ts";
import { isUuid } from "./uuid.ts";

const actions = abstractionImprovementActions;
export type ImprovementAction = typeof actions.$inferSelect;

// Two a week for a year.
const mostActions = 100;

/** Adds an action under the next number of its improvement, and says which. Call it with the improvement locked. */
export async function insertImprovementAction(
  tx: Db,
  improvementId: string,
  values: Pick<ImprovementAction, "unit" | "task" | "ownerId" | "dueOn" | "changedAt">,
): Promise<number> {
  const [added] = await tx
    .insert(actions)
    .values({
      ...values,
      improvementId,
      number: sql`(select coalesce(max(${actions.number}), 0) + 1 from ${actions} where ${actions.improvementId} = ${improvementId})`,
    })
    .returning({ number: actions.number });
  if (added === undefined) throw new Error("The database returned no action.");
  return added.number;
}

/** The actions of an improvement with whose they are, by number. Call it as staff. */
export const actionsOfImprovement = (db: Db, improvementId: string) =>
  db
    .select({
      id: actions.id,
      number: actions.number,
      unit: actions.unit,
      task: actions.task,
      dueOn: actions.dueOn,
      state: actions.state,
      result: actions.result,
      version: actions.version,
      owner: accounts.name,
    })
    .from(actions)
    .leftJoin(accounts, eq(accounts.id, actions.ownerId))
    .where(eq(actions.improvementId, improvementId))
    .orderBy(asc(actions.number))
    .limit(mostActions);

export async function findImprovementAction(db: Db, id: string): Promise<ImprovementAction | null> {
  if (!isUuid(id)) return null;
  const [found] = await db.select().from(actions).where(eq(actions.id, id)).limit(1);
  return found ?? null;
}

export async function lockImprovementAction(tx: Db, id: string): Promise<ImprovementAction | null> {
  const [found] = await tx.select().from(actions).where(eq(actions.id, id)).for("update");
  return found ?? null;
}

/** Says what came of a locked action; its version rises by one. */
export async function updateImprovementAction(
  tx: Db,
  id: string,
  changes: Pick<ImprovementAction, "state" | "result" | "changedAt">,
): Promise<void> {
  await tx
    .update(actions)
    .set({ ...changes, version: sql`${actions.version} + 1` })
    .where(eq(actions.id, id));
}

/** The open actions of an account in improvements that are not over, those due first before the others. */
export const improvementActionsOf = (db: Db, accountId: string, limit: number) =>
  db
    .select({ id: actions.id, unit: actions.unit, task: actions.task, dueOn: actions.dueOn })
    .from(actions)
    .innerJoin(abstractionImprovements, eq(abstractionImprovements.id, actions.improvementId))
    .where(
      and(
        eq(actions.ownerId, accountId),
        eq(actions.state, "open"),
        sql`${abstractionImprovements.closedAt} is null`,
      ),
    )
    .orderBy(asc(actions.dueOn), asc(actions.id))
    .limit(limit);
