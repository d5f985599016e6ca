import { and, asc, desc, eq, isNotNull, max, sql } from "drizzle-orm";
import type { Month } from "#app/domain/abstraction/month.ts";
import {
  abstractionImprovementEvents,
  abstractionImprovementReviews,
  abstractionImprovements,
} from "#db/schema/abstraction-improvement.ts";
import { accounts } from "#db/schema/account.ts";
import { placements, teams } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { isUuid } from "./uuid.ts";

export type Improvement = typeof abstractionImprovements.$inferSelect;

/** A team of the structure in force with the neighbourhoods that it serves. */
export interface ImprovedTeam {
  id: string;
  name: string;
  neighbourhoodIds: string[];
}

// More than any force has; only bounds.
const mostTeams = 1_000;
const mostSteps = 500;

const teamColumns = {
  id: teams.id,
  name: sql<string>`min(${placements.teamName})`,
  neighbourhoodIds: sql<string[]>`array_agg(${placements.neighbourhoodId}::text order by 1)`,
};

/** Every team of the structure in force, by name. */
export const teamsInForce = (db: Db): Promise<ImprovedTeam[]> =>
  db
    .select(teamColumns)
    .from(teams)
    .innerJoin(
      placements,
      and(eq(placements.teamId, teams.id), eq(placements.editionId, editionIdAt(db, "structure"))),
    )
    .groupBy(teams.id)
    .orderBy(asc(sql`min(${placements.teamName})`), asc(teams.id))
    .limit(mostTeams);

/** One of them; null where the structure in force does not have it. */
export async function teamInForce(db: Db, teamId: string): Promise<ImprovedTeam | null> {
  const [team] = await db
    .select(teamColumns)
    .from(teams)
    .innerJoin(
      placements,
      and(eq(placements.teamId, teams.id), eq(placements.editionId, editionIdAt(db, "structure"))),
    )
    .where(eq(teams.id, teamId))
    .groupBy(teams.id)
    .limit(1);
  return team ?? null;
}

export async function findImprovement(db: Db, id: string): Promise<Improvement | null> {
  if (!isUuid(id)) return null;
  const [found] = await db
    .select()
    .from(abstractionImprovements)
    .where(eq(abstractionImprovements.id, id))
    .limit(1);
  return found ?? null;
}

export async function lockImprovement(tx: Db, id: string): Promise<Improvement | null> {
  if (!isUuid(id)) return null;
  const [found] = await tx
    .select()
    .from(abstractionImprovements)
    .where(eq(abstractionImprovements.id, id))
    .for("update");
  return found ?? null;
}

/** What is open of a team, held, and the last month before what was closed of it last. Call it with the team held. */
export async function lockImprovementOf(
  tx: Db,
  teamId: string,
): Promise<{ open: Improvement | null; closedAfter: Month | null }> {
  const [open] = await tx
    .select()
    .from(abstractionImprovements)
    .where(and(eq(abstractionImprovements.teamId, teamId), sql`${abstractionImprovements.closedAt} is null`))
    .for("update");
  const [closed] = await tx
    .select({ month: max(abstractionImprovements.judgedTo) })
    .from(abstractionImprovements)
    .where(and(eq(abstractionImprovements.teamId, teamId), isNotNull(abstractionImprovements.closedAt)));
  return { open: open ?? null, closedAfter: closed?.month ?? null };
}

type Opened = Pick<Improvement, "teamId" | "state" | "openedAt" | "openedFor" | "judgedTo">;

export async function insertImprovement(tx: Db, opened: Opened): Promise<Improvement> {
  const [added] = await tx
    .insert(abstractionImprovements)
    .values({ ...opened, changedAt: opened.openedAt })
    .returning();
  if (added === undefined) throw new Error("The database returned no improvement.");
  return added;
}

/** Writes what changed of a locked improvement; its version rises by one. */
export async function updateImprovement(
  tx: Db,
  id: string,
  changes: Partial<Omit<Improvement, "id" | "teamId" | "version">>,
): Promise<Improvement> {
  const [updated] = await tx
    .update(abstractionImprovements)
    .set({ ...changes, version: sql`${abstractionImprovements.version} + 1` })
    .where(eq(abstractionImprovements.id, id))
    .returning();
  if (updated === undefined) throw new Error("The database returned no improvement.");
  return updated;
}

/** Keeps how far it was judged. Nobody who writes in it is overtaken by that. */
export async function updateJudgedTo(tx: Db, id: string, judgedTo: Month): Promise<void> {
  await tx.update(abstractionImprovements).set({ judgedTo }).where(eq(abstractionImprovements.id, id));
}

export async function insertImprovementEvent(
  tx: Db,
  event: Omit<typeof abstractionImprovementEvents.$inferInsert, "id">,
): Promise<void> {
  await tx.insert(abstractionImprovementEvents).values(event);
}

/** Who took a step last, by what it says; null for nobody known. */
export async function lastToStep(db: Db, improvementId: string, line: string): Promise<string | null> {
  const [step] = await db
    .select({ actorId: abstractionImprovementEvents.actorId })
    .from(abstractionImprovementEvents)
    .where(
      and(
        eq(abstractionImprovementEvents.improvementId, improvementId),
        eq(abstractionImprovementEvents.line, line),
      ),
    )
    .orderBy(desc(abstractionImprovementEvents.at))
    .limit(1);
  return step?.actorId ?? null;
}

/** The steps of an improvement, the first of them first. Call it as staff. */
export const improvementEvents = (db: Db, improvementId: string) =>
  db
    .select({
      id: abstractionImprovementEvents.id,
      at: abstractionImprovementEvents.at,
      from: abstractionImprovementEvents.from,
      to: abstractionImprovementEvents.to,
      line: abstractionImprovementEvents.line,
      by: accounts.name,
    })
    .from(abstractionImprovementEvents)
    .leftJoin(accounts, eq(accounts.id, abstractionImprovementEvents.actorId))
    .where(eq(abstractionImprovementEvents.improvementId, improvementId))
    .orderBy(asc(abstractionImprovementEvents.at), asc(abstractionImprovementEvents.id))
    .limit(mostSteps);

/** Records the review of a month; false where it was reviewed already. */
export async function insertImprovementReview(
  tx: Db,
  review: Omit<typeof abstractionImprovementReviews.$inferInsert, "id">,
): Promise<boolean> {
  const added = await tx
    .insert(abstractionImprovementReviews)
    .values(review)
    .onConflictDoNothing()
    .returning({ id: abstractionImprovementReviews.id });
  return added.length === 1;
}

/** The reviews of an improvement, the latest first. Call it as staff. */
export const improvementReviews = (db: Db, improvementId: string) =>
  db
    .select({
      month: abstractionImprovementReviews.month,
      note: abstractionImprovementReviews.note,
      at: abstractionImprovementReviews.at,
      by: accounts.name,
    })
    .from(abstractionImprovementReviews)
    .leftJoin(accounts, eq(accounts.id, abstractionImprovementReviews.by))
    .where(eq(abstractionImprovementReviews.improvementId, improvementId))
    .orderBy(desc(abstractionImprovementReviews.month))
    .limit(mostSteps);
