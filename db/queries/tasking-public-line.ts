import { and, asc, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import { agencies } from "#db/schema/agency.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingPublicLines } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";

/** Publishes what residents read of an action, or what they read of it from now on. */
export async function writePublicLine(tx: Db, values: typeof taskingPublicLines.$inferInsert): Promise<void> {
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
