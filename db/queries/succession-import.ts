import { and, eq, inArray, sql } from "drizzle-orm";
import { cycleEvents, cycles } from "#db/schema/cycle.ts";
import { followings } from "#db/schema/following.ts";
import { meetingNeighbourhoods, meetings } from "#db/schema/meeting.ts";
import { successions } from "#db/schema/neighbourhood.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

// Written by the role that imports: the runtime role may only read successions.

export async function insertSuccessions(
  tx: Db,
  rows: readonly (typeof successions.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(successions).values([...rows]);
}

/** Who follows a neighbourhood that is gone follows its heirs too; the old one still has a vote to finish. */
export async function followHeirs(tx: Db, editionId: string, at: Date): Promise<void> {
  await tx
    .insert(followings)
    .select(
      tx
        .select({
          accountId: followings.accountId,
          kind: followings.kind,
          subjectId: sql`${successions.toId}`.as("subject_id"),
          pace: followings.pace,
          since: sql`${at.toISOString()}::timestamptz`.as("since"),
          toldUntil: followings.toldUntil,
        })
        .from(followings)
        .innerJoin(successions, eq(successions.fromId, followings.subjectId))
        .where(and(eq(successions.editionId, editionId), eq(followings.kind, "neighbourhood"))),
    )
    .onConflictDoNothing();
}

/** Meetings that are still to come are announced in the heirs too. */
export async function announceInHeirs(tx: Db, editionId: string): Promise<void> {
  await tx
    .insert(meetingNeighbourhoods)
    .select(
      tx
        .select({
          meetingId: meetingNeighbourhoods.meetingId,
          neighbourhoodId: sql`${successions.toId}`.as("neighbourhood_id"),
        })
        .from(meetingNeighbourhoods)
        .innerJoin(meetings, eq(meetings.id, meetingNeighbourhoods.meetingId))
        .innerJoin(successions, eq(successions.fromId, meetingNeighbourhoods.neighbourhoodId))
        .where(and(eq(successions.editionId, editionId), eq(meetings.state, "announced"))),
    )
    .onConflictDoNothing();
}

/** Keeps votes and decisions under way on the boundaries in force until now, and gives those cycles. */
export const keepVotesOnBoundariesInForce = (tx: Db, neighbourhoodIds: readonly string[]) =>
  tx
    .update(cycles)
    .set({
      boundaryEditionId: sql`coalesce(${cycles.boundaryEditionId}, (${editionIdAt(tx, "boundaries")}))`,
    })
    .where(
      and(inArray(cycles.neighbourhoodId, [...neighbourhoodIds]), inArray(cycles.stage, ["voting", "panel"])),
    )
    .returning({
      id: cycles.id,
      neighbourhoodId: cycles.neighbourhoodId,
      number: cycles.number,
      stage: cycles.stage,
    });

/** Lines on cycles that stay in their stage. */
export async function insertCycleLines(
  tx: Db,
  lines: readonly (typeof cycleEvents.$inferInsert)[],
): Promise<void> {
  if (lines.length > 0) await tx.insert(cycleEvents).values([...lines]);
}
