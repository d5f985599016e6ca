import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import type { ReadLine } from "#app/domain/ballot/keyed-lines.ts";
import type { BallotMode } from "#app/domain/ballot/modes.ts";
import { accounts, residentConnections, residents } from "#db/schema/account.ts";
import { ballotBatches, ballots, batchLines } from "#db/schema/ballot.ts";
import type { Db } from "#db/types.ts";

export type BatchRow = typeof ballotBatches.$inferSelect;

// More than a vote of one neighbourhood has; only a bound.
const mostBatches = 500;
const mostTries = 5;

/** Opens the next batch of a cycle; two opened at the same moment have two numbers. */
export async function insertBatch(tx: Db, cycleId: string, mode: BallotMode, now: Date): Promise<BatchRow> {
  const next = sql<number>`(select coalesce(max(b.number), 0) + 1 from ballot_batches b where b.cycle_id = ${cycleId})`;
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const [batch] = await tx
      .insert(ballotBatches)
      .values({ cycleId, number: next, mode, state: "open", createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (batch !== undefined) return batch;
  }
  throw new Error("Too many batches were opened at the same moment.");
}

export async function findBatch(db: Db, id: string): Promise<BatchRow | null> {
  const [batch] = await db.select().from(ballotBatches).where(eq(ballotBatches.id, id));
  return batch ?? null;
}

/** The batch, held so that two people's entries come one after the other. */
export async function lockBatch(tx: Db, id: string): Promise<BatchRow | null> {
  const [batch] = await tx.select().from(ballotBatches).where(eq(ballotBatches.id, id)).for("update");
  return batch ?? null;
}

/** The batches of a cycle, in their order. */
export const listBatches = (db: Db, cycleId: string): Promise<BatchRow[]> =>
  db
    .select()
    .from(ballotBatches)
    .where(eq(ballotBatches.cycleId, cycleId))
    .orderBy(asc(ballotBatches.number))
    .limit(mostBatches);

export async function updateBatch(tx: Db, id: string, values: Partial<BatchRow>): Promise<void> {
  await tx
    .update(ballotBatches)
    .set({ ...values, version: sql`${ballotBatches.version} + 1` })
    .where(eq(ballotBatches.id, id));
}

export type KeyingPass = 1 | 2;

/** Puts one entry of a batch in the place of what it was; `accountIds` by the reference on the paper. */
export async function replaceLines(
  tx: Db,
  batchId: string,
  pass: KeyingPass,
  lines: readonly (ReadLine & { accountId: string })[],
): Promise<void> {
  await tx.delete(batchLines).where(and(eq(batchLines.batchId, batchId), eq(batchLines.pass, pass)));
  await tx.insert(batchLines).values(
    lines.map(({ line, accountId, choices, isToBeTold }) => ({
      batchId,
      pass,
      line,
      accountId,
      choices: [...choices],
      isToBeTold,
    })),
  );
}

export interface KeptLine {
  pass: number;
  line: number;
  accountId: string;
  reference: string | null;
  choices: number[];
  isToBeTold: boolean;
}

/** Both entries of a batch, line by line. */
export const linesOf = (db: Db, batchId: string): Promise<KeptLine[]> =>
  db
    .select({
      pass: batchLines.pass,
      line: batchLines.line,
      accountId: batchLines.accountId,
      reference: residents.reference,
      choices: batchLines.choices,
      isToBeTold: batchLines.isToBeTold,
    })
    .from(batchLines)
    .leftJoin(residents, eq(residents.accountId, batchLines.accountId))
    .where(eq(batchLines.batchId, batchId))
    .orderBy(asc(batchLines.pass), asc(batchLines.line));

export async function deleteLines(tx: Db, batchIds: readonly string[]): Promise<void> {
  if (batchIds.length > 0) await tx.delete(batchLines).where(inArray(batchLines.batchId, [...batchIds]));
}

export interface PaperVoter {
  accountId: string;
  emailKey: string | null;
  reference: string | null;
  ageBand: AgeBand | null;
  connection: Connection;
}

const paperVoters = (db: Db, neighbourhoodId: string) =>
  db
    .select({
      accountId: accounts.id,
      emailKey: accounts.emailKey,
      reference: residents.reference,
      ageBand: residents.ageBand,
      connection: residentConnections.kind,
    })
    .from(residents)
    .innerJoin(
      accounts,
      and(eq(accounts.id, residents.accountId), eq(accounts.kind, "resident"), eq(accounts.status, "active")),
    )
    .innerJoin(
      residentConnections,
      and(
        eq(residentConnections.accountId, residents.accountId),
        eq(residentConnections.neighbourhoodId, neighbourhoodId),
      ),
    );

/** Those residents of a neighbourhood whose references are given. */
export const votersByReference = (
  db: Db,
  neighbourhoodId: string,
  references: readonly string[],
): Promise<PaperVoter[]> =>
  paperVoters(db, neighbourhoodId)
    .where(inArray(residents.reference, [...references]))
    .limit(references.length);

/** Those whose accounts are given. */
export const votersByAccount = (
  db: Db,
  neighbourhoodId: string,
  accountIds: readonly string[],
): Promise<PaperVoter[]> =>
  paperVoters(db, neighbourhoodId)
    .where(inArray(accounts.id, [...accountIds]))
    .limit(accountIds.length);

/** The residents of a neighbourhood who have a reference. */
export const listPaperVoters = (db: Db, neighbourhoodId: string, limit: number): Promise<PaperVoter[]> =>
  paperVoters(db, neighbourhoodId).where(isNotNull(residents.reference)).orderBy(accounts.id).limit(limit);

export interface PaperBallot {
  cycleId: string;
  voterKey: string;
  choices: number[];
  mode: BallotMode;
  batchId: string;
  ageBand: AgeBand | null;
  connection: Connection | null;
  castAt: Date;
}

/** Adds ballots of a batch. Whoever has one that stands keeps that: the keys of those that were added. */
export async function insertPaperBallots(tx: Db, papers: readonly PaperBallot[]): Promise<string[]> {
  if (papers.length === 0) return [];
  const added = await tx
    .insert(ballots)
    .values(papers.map((paper) => ({ ...paper, changedAt: paper.castAt })))
    .onConflictDoUpdate({
      target: [ballots.cycleId, ballots.voterKey],
      set: {
        choices: sql`excluded.choices`,
        mode: sql`excluded.mode`,
        batchId: sql`excluded.batch_id`,
        ageBand: sql`excluded.age_band`,
        connection: sql`excluded.connection`,
        changedAt: sql`excluded.changed_at`,
        withdrawnAt: null,
        version: sql`${ballots.version} + 1`,
      },
      // A ballot that was withdrawn stands no more.
      setWhere: sql`${ballots.withdrawnAt} is not null`,
    })
    .returning({ voterKey: ballots.voterKey });
  return added.flatMap(({ voterKey }) => voterKey ?? []);
}
