import { eq } from "drizzle-orm";
import { addMonths, monthOf } from "#app/domain/abstraction/month.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

/** An improvement of the team of a neighbourhood, in place of what the team had. */
export async function addImprovement(
  db: Db,
  neighbourhoodId: string,
  state: ImprovementState,
  now = new Date(),
): Promise<string> {
  const placed = await db.query.placements.findFirst({
    where: (t) => eq(t.neighbourhoodId, neighbourhoodId),
  });
  if (placed === undefined) throw new Error("The neighbourhood has no team.");
  const { teamId } = placed;
  await db.delete(schema.abstractionImprovements).where(eq(schema.abstractionImprovements.teamId, teamId));
  const month = addMonths(monthOf(now), -1);
  const [added] = await db
    .insert(schema.abstractionImprovements)
    .values({
      teamId,
      state,
      openedAt: now,
      openedFor: month,
      judgedTo: month,
      changedAt: now,
      ...(state === "escalated" ? { liveAt: now, escalatedAt: now } : {}),
      ...(state === "closed" ? { closedAt: now } : {}),
    })
    .returning();
  if (added === undefined) throw new Error("The improvement was not stored.");
  await db
    .insert(schema.abstractionImprovementEvents)
    .values({ improvementId: added.id, at: now, from: "within", to: state, line: "For a test." });
  return added.id;
}

export async function addImprovementActionTo(
  db: Db,
  improvementId: string,
  ownerId: string | null = null,
  now = new Date(),
): Promise<string> {
  const [added] = await db
    .insert(schema.abstractionImprovementActions)
    .values({
      improvementId,
      number: 1,
      unit: "Response team C",
      task: "Fill the night shift",
      ownerId,
      dueOn: addDays(londonDay(now), 7),
      changedAt: now,
    })
    .returning();
  if (added === undefined) throw new Error("The action was not stored.");
  return added.id;
}
