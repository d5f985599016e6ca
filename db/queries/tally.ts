import { and, asc, eq, inArray, isNull, max, notExists, sql } from "drizzle-orm";
import type { CertifiedResult } from "#app/domain/ballot/certified.ts";
import type { Mark } from "#app/domain/candidate/score.ts";
import { ballots, tallies } from "#db/schema/ballot.ts";
import { candidates } from "#db/schema/candidate.ts";
import { cycleEvents, cycles } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";
import type { Cycle } from "./ballot.ts";

export type TallyRecord = typeof tallies.$inferSelect;

/** The certified count of a cycle, or null before there is one. */
export async function findTally(db: Db, cycleId: string): Promise<Omit<TallyRecord, "published"> | null> {
  const { certifiedAt, certifiedBy, counted, quarantined, isLowParticipation, result, seal } = tallies;
  const [tally] = await db
    .select({
      cycleId: tallies.cycleId,
      certifiedAt,
      certifiedBy,
      counted,
      quarantined,
      isLowParticipation,
      result,
      seal,
    })
    .from(tallies)
    .where(eq(tallies.cycleId, cycleId));
  return tally ?? null;
}

export async function isCertified(db: Db, cycleId: string): Promise<boolean> {
  const rows = await db
    .select({ cycleId: tallies.cycleId })
    .from(tallies)
    .where(eq(tallies.cycleId, cycleId));
  return rows.length > 0;
}

/** What is published of a certified vote, and its seal. */
export async function findPublished(
  db: Db,
  cycleId: string,
): Promise<{ published: string; seal: string } | null> {
  const [found] = await db
    .select({ published: tallies.published, seal: tallies.seal })
    .from(tallies)
    .where(eq(tallies.cycleId, cycleId));
  return found ?? null;
}

/** The cycle, which nobody votes in, closes or counts until the transaction ends. */
export async function lockCycleToCount(tx: Db, cycleId: string): Promise<Cycle | null> {
  const [cycle] = await tx.select().from(cycles).where(eq(cycles.id, cycleId)).for("no key update");
  return cycle ?? null;
}

// More than the people of a neighbourhood; only a bound.
const mostBallots = 200_000;

/** The ballots of a cycle that stand, as the count sees them: without their voters. */
export const ballotsToCount = (db: Db, cycleId: string) =>
  db
    .select({
      choices: ballots.choices,
      mode: ballots.mode,
      batchId: ballots.batchId,
      isQuarantined: sql<boolean>`${ballots.quarantinedAt} is not null`,
    })
    .from(ballots)
    .where(and(eq(ballots.cycleId, cycleId), isNull(ballots.withdrawnAt)))
    .limit(mostBallots);

/** The shortlist of a cycle with its marks, in the order of its numbers. */
export const candidatesToCount = (db: Db, cycleId: string) =>
  db
    .select()
    .from(candidates)
    .where(and(eq(candidates.cycleId, cycleId), eq(candidates.isShortlisted, true)))
    .orderBy(asc(candidates.number))
    .limit(99);

export interface TallyToKeep {
  cycleId: string;
  certifiedAt: Date;
  certifiedBy: string | null;
  counted: number;
  quarantined: number;
  isLowParticipation: boolean;
  result: CertifiedResult;
  published: string;
  seal: string;
}

export async function insertTally(tx: Db, tally: TallyToKeep): Promise<void> {
  await tx.insert(tallies).values(tally);
}

/** Sets the mark for residents' support of each candidate. */
export async function setSupport(tx: Db, marks: ReadonlyMap<string, Mark>, now: Date): Promise<void> {
  if (marks.size === 0) return;
  const mark = sql.join(
    [...marks].map(([id, support]) => sql`when ${candidates.id} = ${id} then ${support}::smallint`),
    sql` `,
  );
  await tx
    .update(candidates)
    .set({ scoreSupport: sql`case ${mark} end`, changedAt: now })
    .where(inArray(candidates.id, [...marks.keys()]));
}

/** Takes from the ballots of a counted vote what could point at a voter, when they were cast among it. */
export async function clearBallots(tx: Db, cycleId: string, at: Date): Promise<void> {
  await tx
    .update(ballots)
    .set({ ageBand: null, connection: null, part: null, castAt: at, changedAt: at })
    .where(eq(ballots.cycleId, cycleId));
}

/** Cycles whose vote is closed and not certified, and since when their panel's stage is open; the oldest first. */
export async function listUncertified(
  db: Db,
  limit: number,
): Promise<{ cycleId: string; neighbourhoodId: string; panelSince: Date | null; votingEndsOn: string }[]> {
  const panelSince = db
    .select({ at: max(cycleEvents.at) })
    .from(cycleEvents)
    .where(and(eq(cycleEvents.cycleId, cycles.id), eq(cycleEvents.to, "panel")));
  return db
    .select({
      cycleId: cycles.id,
      neighbourhoodId: cycles.neighbourhoodId,
      panelSince: sql<Date | null>`(${panelSince})`.mapWith(cycleEvents.at),
      votingEndsOn: cycles.votingEndsOn,
    })
    .from(cycles)
    .where(
      and(
        inArray(cycles.stage, ["panel", "live", "reviewing", "closed"]),
        notExists(db.select().from(tallies).where(eq(tallies.cycleId, cycles.id))),
        sql`exists (select from ${candidates} where ${candidates.cycleId} = ${cycles.id} and ${candidates.isShortlisted})`,
      ),
    )
    .orderBy(asc(cycles.votingEndsOn), asc(cycles.id))
    .limit(limit);
}
