import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { impactActions, impactConsultations, impactReviews } from "#db/schema/impact.ts";
import type { Db } from "#db/types.ts";

// Of one assessment; only a bound.
const mostParts = 500;

/** Everything kept with an assessment, for somebody who reads it. */
export async function partsOfImpact(db: Db, assessmentId: string) {
  const { id, kind, who, question, askedAt, advice, advisedAt, adviserId } = impactConsultations;
  const consultations = await db
    .select({ id, kind, who, question, askedAt, advice, advisedAt, adviserId, adviser: accounts.name })
    .from(impactConsultations)
    .leftJoin(accounts, eq(accounts.id, adviserId))
    .where(eq(impactConsultations.assessmentId, assessmentId))
    .orderBy(asc(askedAt), asc(id))
    .limit(mostParts);
  const reviews = await db
    .select({
      id: impactReviews.id,
      at: impactReviews.at,
      dueAt: impactReviews.dueAt,
      tension: impactReviews.tension,
      words: impactReviews.words,
      by: accounts.name,
    })
    .from(impactReviews)
    .leftJoin(accounts, eq(accounts.id, impactReviews.by))
    .where(eq(impactReviews.assessmentId, assessmentId))
    .orderBy(desc(impactReviews.at), desc(impactReviews.id))
    .limit(mostParts);
  const actions = await db
    .select({
      id: impactActions.id,
      task: impactActions.task,
      position: impactActions.position,
      dueOn: impactActions.dueOn,
      result: impactActions.result,
      doneAt: impactActions.doneAt,
    })
    .from(impactActions)
    .where(eq(impactActions.assessmentId, assessmentId))
    .orderBy(asc(impactActions.dueOn), asc(impactActions.id))
    .limit(mostParts);
  return { consultations, reviews, actions };
}

export async function insertImpactReview(tx: Db, values: typeof impactReviews.$inferInsert): Promise<void> {
  await tx.insert(impactReviews).values(values);
}

/** What the last review of an assessment found; null before the first. */
export async function lastImpactReview(db: Db, assessmentId: string) {
  const [last] = await db
    .select({ tension: impactReviews.tension })
    .from(impactReviews)
    .where(eq(impactReviews.assessmentId, assessmentId))
    .orderBy(desc(impactReviews.at), desc(impactReviews.id))
    .limit(1);
  return last ?? null;
}

export async function insertImpactAction(tx: Db, values: typeof impactActions.$inferInsert): Promise<void> {
  await tx.insert(impactActions).values(values);
}

type WantedAction = Pick<typeof impactActions.$inferSelect, "assessmentId" | "task" | "position" | "dueOn">;

/** Whether this very action of an assessment is there already and not finished. */
export async function isImpactActionOpen(
  db: Db,
  { assessmentId, task, position, dueOn }: WantedAction,
): Promise<boolean> {
  const same = and(
    eq(impactActions.assessmentId, assessmentId),
    eq(impactActions.task, task),
    eq(impactActions.position, position),
    eq(impactActions.dueOn, dueOn),
    isNull(impactActions.doneAt),
  );
  return (await db.$count(impactActions, same)) > 0;
}

/** How many actions of an assessment are not finished. */
export async function countOpenImpactActions(db: Db, assessmentId: string): Promise<number> {
  const [found] = await db
    .select({ open: count() })
    .from(impactActions)
    .where(and(eq(impactActions.assessmentId, assessmentId), isNull(impactActions.doneAt)));
  return found?.open ?? 0;
}

/** Finishes an action of an assessment; false where it has no such action to finish. */
export async function finishImpactAction(
  tx: Db,
  {
    assessmentId,
    actionId,
    result,
    doneAt,
  }: { assessmentId: string; actionId: string; result: string; doneAt: Date },
): Promise<boolean> {
  const finished = await tx
    .update(impactActions)
    .set({ result, doneAt })
    .where(
      and(
        eq(impactActions.id, actionId),
        eq(impactActions.assessmentId, assessmentId),
        isNull(impactActions.doneAt),
      ),
    )
    .returning({ id: impactActions.id });
  return finished.length > 0;
}
