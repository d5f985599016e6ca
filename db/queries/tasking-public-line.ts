import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { agencies } from "#db/schema/agency.ts";
import { planActions, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingPublicLines } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";

/** Publishes what residents read of an action, or what they read of it from now on. */
export async function writePublicLine(
  tx: Db,
  values: typeof taskingPublicLines.$inferInsert,
): Promise<void> {
  const { line, doneOn } = values;
  await tx
    .insert(taskingPublicLines)
    .values(values)
    .onConflictDoUpdate({ target: taskingPublicLines.actionId, set: { line, doneOn } });
}

export async function deletePublicLine(tx: Db, actionId: string): Promise<void> {
  await tx.delete(taskingPublicLines).where(eq(taskingPublicLines.actionId, actionId));
}

const columns = {
  id: taskingPublicLines.actionId,
  agency: agencies.name,
  line: taskingPublicLines.line,
  doneOn: taskingPublicLines.doneOn,
};

// As many as a priority that is worked on for years.
const mostLines = 100;

/** What everybody may read of the joint actions of a priority, the first first. */
export const publicLinesOf = (db: Db, priorityId: string) =>
  db
    .select(columns)
    .from(taskingPublicLines)
    .innerJoin(agencies, eq(agencies.id, taskingPublicLines.agencyId))
    .where(eq(taskingPublicLines.priorityId, priorityId))
    .orderBy(asc(taskingPublicLines.doneOn), asc(taskingPublicLines.actionId))
    .limit(mostLines);

export type JoinedLine = Awaited<ReturnType<typeof publicLinesOf>>[number];

const isShown = and(isNull(priorities.takenDownAt), ne(priorities.state, "proposed"));

/** The last that residents read of what some agencies did, the latest first. */
export const lastPublicLines = (db: Db, agencyIds: readonly string[], limit: number) =>
  db
    .select({ ...columns, reference: priorities.reference, title: priorities.title })
    .from(taskingPublicLines)
    .innerJoin(agencies, eq(agencies.id, taskingPublicLines.agencyId))
    .innerJoin(priorities, eq(priorities.id, taskingPublicLines.priorityId))
    .where(and(inArray(taskingPublicLines.agencyId, [...agencyIds]), isShown))
    .orderBy(desc(taskingPublicLines.doneOn), desc(taskingPublicLines.actionId))
    .limit(limit);

/** The days after one and up to another. */
export interface Since {
  /** Null for all there ever were. */
  after: Day | null;
  until: Day;
}

const dayOf = (at: typeof taskingPublicLines.publishedAt | typeof planActions.doneAt) =>
  sql`(${at} at time zone 'Europe/London')::date`;

const within = (day: ReturnType<typeof dayOf>, { after, until }: Since) =>
  and(after === null ? undefined : gt(day, after), lte(day, until));

/** The joint actions on priorities of a neighbourhood of which residents came to read in some days, the first first. */
export const joinedLinesSince = (db: Db, neighbourhoodId: string, since: Since, limit: number) =>
  db
    .select({ ...columns, title: priorities.title })
    .from(taskingPublicLines)
    .innerJoin(agencies, eq(agencies.id, taskingPublicLines.agencyId))
    .innerJoin(priorities, eq(priorities.id, taskingPublicLines.priorityId))
    .where(
      and(
        eq(priorities.neighbourhoodId, neighbourhoodId),
        isShown,
        within(dayOf(taskingPublicLines.publishedAt), since),
      ),
    )
    .orderBy(asc(taskingPublicLines.publishedAt), asc(taskingPublicLines.actionId))
    .limit(limit);

/** The actions of plans there that were done in those days, as far as residents read of them. */
export const planLinesSince = (db: Db, neighbourhoodId: string, since: Since, limit: number) =>
  db
    .select({
      id: planActions.id,
      agency: agencies.name,
      line: sql<string>`${planActions.publicLine}`,
      doneOn: sql<Day>`${dayOf(planActions.doneAt)}::text`,
      title: priorities.title,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .leftJoin(agencies, eq(agencies.id, planActions.agencyId))
    .where(
      and(
        eq(priorities.neighbourhoodId, neighbourhoodId),
        isShown,
        eq(planActions.state, "done"),
        sql`${planActions.publicLine} is not null`,
        within(dayOf(planActions.doneAt), since),
      ),
    )
    .orderBy(asc(planActions.doneAt), asc(planActions.id))
    .limit(limit);
