import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import type { BallotMode } from "#app/domain/ballot/modes.ts";
import { accounts, residentConnections, residents } from "#db/schema/account.ts";
import { ballots } from "#db/schema/ballot.ts";
import { candidates } from "#db/schema/candidate.ts";
import { cycleKeys, cycles } from "#db/schema/cycle.ts";
import { followings } from "#db/schema/following.ts";
import type { Db } from "#db/types.ts";

const lockOfCycle = (cycleId: string) => sql`hashtextextended(${`ballots of ${cycleId}`}, 0)`;

/**
 * Makes the ballots of some people, wherever they are cast, wait for one another until the transaction ends, and holds
 * their cycle's vote open: whoever closes it waits for ballots that were accepted, and ballots wait for whoever closes
 * it. All at once and voters first, in their own order, so that nobody waits in a circle. Read the cycle afterwards.
 */
export async function lockVoters(tx: Db, voters: readonly string[], cycleId: string): Promise<void> {
  const names = [...new Set(voters)].sort().map((voter) => sql`hashtextextended(${`voter ${voter}`}, 0)`);
  const locks = [
    ...names.map((name) => sql`pg_advisory_xact_lock(${name})`),
    sql`pg_advisory_xact_lock_shared(${lockOfCycle(cycleId)})`,
  ];
  await tx.execute(sql`select ${sql.join(locks, sql`, `)}`);
}

export type Cycle = typeof cycles.$inferSelect;

/** The cycle, whose vote nobody opens or closes until the transaction ends. */
export async function holdCycleOpen(tx: Db, cycleId: string): Promise<Cycle | null> {
  await lockVoters(tx, [], cycleId);
  return findCycle(tx, cycleId);
}

/** A cycle with all that a ballot depends on: its sealed key, and the numbers on its shortlist, ascending. */
export async function findVote(
  db: Db,
  cycleId: string,
): Promise<{ cycle: Cycle; sealedKey: string | null; shortlist: number[] } | null> {
  const shortlist = db
    .select({
      numbers: sql`coalesce(array_agg(${candidates.number} order by ${candidates.number}), '{}')`,
    })
    .from(candidates)
    .where(and(eq(candidates.cycleId, cycles.id), eq(candidates.isShortlisted, true)));
  const [found] = await db
    .select({
      cycle: cycles,
      sealedKey: cycleKeys.sealedKey,
      shortlist: sql<number[]>`(${shortlist})`,
    })
    .from(cycles)
    .leftJoin(cycleKeys, eq(cycleKeys.cycleId, cycles.id))
    .where(eq(cycles.id, cycleId));
  return found ?? null;
}

/** The open account of a resident or member who speaks for no agency, with what they said of themselves; or null. */
export async function findVoter(db: Db, accountId: string) {
  const connections = db
    .select({
      all: sql`coalesce(json_agg(json_build_object('neighbourhoodId', ${residentConnections.neighbourhoodId}, 'connection', ${residentConnections.kind})), '[]')`,
    })
    .from(residentConnections)
    .where(eq(residentConnections.accountId, accounts.id));
  const [voter] = await db
    .select({
      id: accounts.id,
      emailKey: accounts.emailKey,
      ageBand: residents.ageBand,
      connections: sql<{ neighbourhoodId: string; connection: Connection }[]>`(${connections})`,
    })
    .from(accounts)
    .leftJoin(residents, eq(residents.accountId, accounts.id))
    .where(
      and(
        eq(accounts.id, accountId),
        eq(accounts.status, "active"),
        inArray(accounts.kind, ["resident", "member"]),
        isNull(accounts.personId),
        isNull(accounts.agencyId),
      ),
    );
  return voter ?? null;
}

export type Voter = NonNullable<Awaited<ReturnType<typeof findVoter>>>;

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
