import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import type { BallotMode } from "#app/domain/ballot/modes.ts";
import { ballots } from "#db/schema/ballot.ts";
import { candidates } from "#db/schema/candidate.ts";
import { cycles } from "#db/schema/cycle.ts";
import { followings } from "#db/schema/following.ts";
import type { Db } from "#db/types.ts";

/**
 * Makes the ballots of some people, wherever they are cast, wait for one another until the transaction ends. Take it
 * before the cycle, and all at once: in their own order nobody waits in a circle.
 */
export async function lockVoters(tx: Db, voters: readonly string[]): Promise<void> {
  const names = sql.join(
    [...voters].sort().map((voter) => sql`${`voter ${voter}`}`),
    sql`, `,
  );
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(array[${names}]::text[]) as name`,
  );
}

export type Cycle = typeof cycles.$inferSelect;

/**
 * The cycle, held as it is until the transaction ends: whoever closes its vote waits for the ballots that were
 * accepted, and one that comes after sees it closed.
 */
export async function holdCycleOpen(tx: Db, cycleId: string): Promise<Cycle | null> {
  const [cycle] = await tx.select().from(cycles).where(eq(cycles.id, cycleId)).for("share");
  return cycle ?? null;
}

/** Numbers of the candidates on a cycle's shortlist, ascending. */
export async function shortlistNumbers(db: Db, cycleId: string): Promise<number[]> {
  const rows = await db
    .select({ number: candidates.number })
    .from(candidates)
    .where(and(eq(candidates.cycleId, cycleId), eq(candidates.isShortlisted, true)))
    .orderBy(candidates.number);
  return rows.map(({ number }) => number);
}

export interface BallotToKeep {
  cycleId: string;
  voterKey: string;
  choices: number[];
  ageBand: AgeBand | null;
  connection: Connection | null;
  part: string | null;
  receipt: string;
  now: Date;
}

/** Keeps an online ballot, or changes the one that its voter has, in one statement. Its receipt stays the first. */
export async function keepBallot(
  tx: Db,
  { now, receipt, ...ballot }: BallotToKeep,
): Promise<{ receipt: string | null; version: number }> {
  const [kept] = await tx
    .insert(ballots)
    .values({ ...ballot, receipt, mode: "online", castAt: now, changedAt: now })
    .onConflictDoUpdate({
      target: [ballots.cycleId, ballots.voterKey],
      set: {
        choices: ballot.choices,
        mode: "online",
        batchId: null,
        ageBand: ballot.ageBand,
        connection: ballot.connection,
        part: ballot.part,
        receipt: sql`coalesce(${ballots.receipt}, excluded.receipt)`,
        changedAt: now,
        withdrawnAt: null,
        version: sql`${ballots.version} + 1`,
      },
    })
    .returning({ receipt: ballots.receipt, version: ballots.version });
  if (kept === undefined) throw new Error("The database returned no ballot.");
  return kept;
}

/** Empties a voter's ballot; false where there is none that stands. */
export async function emptyBallot(tx: Db, cycleId: string, voterKey: string, now: Date): Promise<boolean> {
  const emptied = await tx
    .update(ballots)
    .set({ choices: [], withdrawnAt: now, changedAt: now, version: sql`${ballots.version} + 1` })
    .where(isStandingOf(cycleId, voterKey))
    .returning({ id: ballots.id });
  return emptied.length > 0;
}

const isStandingOf = (cycleId: string, voterKey: string) =>
  and(eq(ballots.cycleId, cycleId), eq(ballots.voterKey, voterKey), isNull(ballots.withdrawnAt));

export interface OwnBallot {
  choices: number[];
  mode: BallotMode;
  receipt: string | null;
  part: string | null;
}

/** The ballot of a voter that stands, or null. */
export async function findBallot(db: Db, cycleId: string, voterKey: string): Promise<OwnBallot | null> {
  const { choices, mode, receipt, part } = ballots;
  const [found] = await db
    .select({ choices, mode, receipt, part })
    .from(ballots)
    .where(isStandingOf(cycleId, voterKey));
  return found ?? null;
}

/** Those of some voters' keys that have a ballot which stands in one of these cycles. */
export async function standingVoterKeys(
  db: Db,
  cycleIds: readonly string[],
  voterKeys: readonly string[],
): Promise<string[]> {
  if (voterKeys.length === 0) return [];
  const rows = await db
    .select({ voterKey: ballots.voterKey })
    .from(ballots)
    .where(
      and(
        inArray(ballots.cycleId, [...cycleIds]),
        inArray(ballots.voterKey, [...voterKeys]),
        isNull(ballots.withdrawnAt),
      ),
    )
    .limit(voterKeys.length);
  return rows.flatMap(({ voterKey }) => voterKey ?? []);
}

/** Follows what comes of a cycle, or no longer. `since` must not tell when the ballot was cast. */
export async function setToldOfCycle(
  tx: Db,
  accountId: string,
  cycleId: string,
  since: Date | null,
): Promise<void> {
  if (since === null)
    await tx
      .delete(followings)
      .where(
        and(
          eq(followings.accountId, accountId),
          eq(followings.kind, "cycle"),
          eq(followings.subjectId, cycleId),
        ),
      );
  else
    await tx
      .insert(followings)
      .values({ accountId, kind: "cycle", subjectId: cycleId, pace: "each", since })
      .onConflictDoNothing();
}

export async function isToldOfCycle(db: Db, accountId: string, cycleId: string): Promise<boolean> {
  const rows = await db
    .select({ id: followings.subjectId })
    .from(followings)
    .where(
      and(
        eq(followings.accountId, accountId),
        eq(followings.kind, "cycle"),
        eq(followings.subjectId, cycleId),
      ),
    );
  return rows.length > 0;
}

/** Whether a receipt is that of a ballot which counts in a cycle. */
export async function isReceiptCounted(db: Db, cycleId: string, receipt: string): Promise<boolean> {
  const rows = await db
    .select({ id: ballots.id })
    .from(ballots)
    .where(
      and(
        eq(ballots.cycleId, cycleId),
        eq(ballots.receipt, receipt),
        isNull(ballots.withdrawnAt),
        isNull(ballots.quarantinedAt),
      ),
    );
  return rows.length > 0;
}

/** As `setToldOfCycle`, for the voters of a batch. */
export async function setManyToldOfCycle(
  tx: Db,
  accountIds: readonly string[],
  cycleId: string,
  since: Date,
): Promise<void> {
  if (accountIds.length === 0) return;
  await tx
    .insert(followings)
    .values(
      accountIds.map((accountId) => ({
        accountId,
        kind: "cycle" as const,
        subjectId: cycleId,
        pace: "each" as const,
        since,
      })),
    )
    .onConflictDoNothing();
}

/** The cycle as it is now. */
export async function findCycle(db: Db, cycleId: string): Promise<Cycle | null> {
  const [cycle] = await db.select().from(cycles).where(eq(cycles.id, cycleId));
  return cycle ?? null;
}
