import { and, count, eq, gte, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import type { AgeBand } from "#app/domain/account/account.ts";
import type { BallotMode } from "#app/domain/ballot/modes.ts";
import { ballots } from "#db/schema/ballot.ts";
import type { Db } from "#db/types.ts";

const isStanding = (cycleId: string) => and(eq(ballots.cycleId, cycleId), isNull(ballots.withdrawnAt));

export interface Turnout {
  modes: { mode: BallotMode; ballots: number }[];
  ages: { ageBand: AgeBand | null; ballots: number }[];
  parts: { part: string | null; ballots: number }[];
}

// More than a neighbourhood has named places; only a bound.
const mostParts = 200;

/** How many ballots of a cycle stand, by how they came in and whose they are; never what they choose. */
export async function countTurnout(db: Db, cycleId: string): Promise<Turnout> {
  const where = isStanding(cycleId);
  return {
    modes: await db
      .select({ mode: ballots.mode, ballots: count() })
      .from(ballots)
      .where(where)
      .groupBy(ballots.mode),
    ages: await db
      .select({ ageBand: ballots.ageBand, ballots: count() })
      .from(ballots)
      .where(where)
      .groupBy(ballots.ageBand),
    parts: await db
      .select({ part: ballots.part, ballots: count() })
      .from(ballots)
      .where(where)
      .groupBy(ballots.part)
      .limit(mostParts),
  };
}

/** Keys of the voters whose ballots came in a batch. */
export async function listBatchVoterKeys(db: Db, cycleId: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ voterKey: ballots.voterKey })
    .from(ballots)
    .where(and(isStanding(cycleId), isNotNull(ballots.batchId)))
    .limit(limit);
  return rows.flatMap(({ voterKey }) => voterKey ?? []);
}

/** Ballots of one minute, and of one part of the area. */
export interface Burst {
  minute: Date;
  part: string | null;
  ballots: number;
  quarantined: number;
}

/** The minutes in which at least so many ballots were cast, the fullest first; and all that are put aside. */
export const listBursts = (db: Db, cycleId: string, atLeast: number, limit: number): Promise<Burst[]> => {
  const quarantined = sql<number>`(count(*) filter (where ${ballots.quarantinedAt} is not null))::int`;
  return db
    .select({ minute: ballots.castAt, part: ballots.part, ballots: count(), quarantined })
    .from(ballots)
    .where(isStanding(cycleId))
    .groupBy(ballots.castAt, ballots.part)
    .having(or(gte(count(), atLeast), sql`${quarantined} > 0`))
    .orderBy(sql`${quarantined} > 0 desc`, sql`count(*) desc`, ballots.castAt)
    .limit(limit);
};

interface BurstOf {
  cycleId: string;
  minute: Date;
  part: string | null;
}

const ofBurst = ({ cycleId, minute, part }: BurstOf): SQL | undefined =>
  and(
    isStanding(cycleId),
    eq(ballots.castAt, minute),
    part === null ? isNull(ballots.part) : eq(ballots.part, part),
  );

/** Puts the ballots of a burst aside; how many there were. */
export async function quarantineBallots(
  tx: Db,
  burst: BurstOf,
  { by, reason, now }: { by: string | null; reason: string; now: Date },
): Promise<number> {
  const rows = await tx
    .update(ballots)
    .set({ quarantinedAt: now, quarantinedBy: by, quarantineReason: reason })
    .where(and(ofBurst(burst), isNull(ballots.quarantinedAt)))
    .returning({ id: ballots.id });
  return rows.length;
}

/** Takes them back; how many there were. */
export async function releaseBallots(tx: Db, burst: BurstOf): Promise<number> {
  const rows = await tx
    .update(ballots)
    .set({ quarantinedAt: null, quarantinedBy: null, quarantineReason: null })
    .where(and(ofBurst(burst), isNotNull(ballots.quarantinedAt)))
    .returning({ id: ballots.id });
  return rows.length;
}
