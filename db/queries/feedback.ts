import { and, asc, count, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { RoundKind } from "#app/domain/feedback/answers.ts";
import { feedbackAnswers } from "#app/domain/feedback/answers.ts";
import type { AnswerCounts } from "#app/domain/feedback/poll.ts";
import { roundKindOf } from "#app/domain/feedback/round.ts";
import type { Day } from "#app/domain/team/day.ts";
import { tallies } from "#db/schema/ballot.ts";
import { feedbackReplies, feedbackRounds } from "#db/schema/feedback.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import type { Priority } from "./priority.ts";

export type FeedbackRound = typeof feedbackRounds.$inferSelect;

/** The last round of a kind of a priority; null before there was one. */
export async function latestRound(
  db: Db,
  priorityId: string,
  kind: RoundKind,
): Promise<FeedbackRound | null> {
  const [round] = await db
    .select()
    .from(feedbackRounds)
    .where(and(eq(feedbackRounds.priorityId, priorityId), eq(feedbackRounds.kind, kind)))
    .orderBy(desc(feedbackRounds.number))
    .limit(1);
  return round ?? null;
}

/** The round of a priority that its state asks for; null before there was one. */
export const roundNow = (
  db: Db,
  { id, state }: Pick<Priority, "id" | "state">,
): Promise<FeedbackRound | null> => latestRound(db, id, roundKindOf(state));

export async function findRound(db: Db, id: string): Promise<FeedbackRound | null> {
  const [round] = await db.select().from(feedbackRounds).where(eq(feedbackRounds.id, id)).limit(1);
  return round ?? null;
}

export async function insertRound(
  tx: Db,
  values: typeof feedbackRounds.$inferInsert,
): Promise<FeedbackRound> {
  const [round] = await tx.insert(feedbackRounds).values(values).returning();
  if (round === undefined) throw new Error("The database returned no round.");
  return round;
}

const lockOf = (roundId: string) => sql`hashtextextended(${`feedback of ${roundId}`}, 0)`;

/**
 * Holds a round open for an answer: whoever closes it waits for answers that were accepted. Read it afterwards, for it
 * may have closed meanwhile; null where there is none.
 */
export async function holdRound(tx: Db, roundId: string): Promise<FeedbackRound | null> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${lockOf(roundId)})`);
  const [round] = await tx.select().from(feedbackRounds).where(eq(feedbackRounds.id, roundId)).limit(1);
  return round ?? null;
}

/** Holds a round for whoever counts it: answers wait until the transaction ends. */
export async function lockRound(tx: Db, roundId: string): Promise<FeedbackRound | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockOf(roundId)})`);
  const [round] = await tx.select().from(feedbackRounds).where(eq(feedbackRounds.id, roundId)).for("update");
  return round ?? null;
}

export async function updateRound(
  tx: Db,
  roundId: string,
  changes: Partial<Omit<FeedbackRound, "id" | "priorityId">>,
): Promise<void> {
  await tx.update(feedbackRounds).set(changes).where(eq(feedbackRounds.id, roundId));
}

/** Rounds whose last day is over and that nobody has counted. */
export const roundsToClose = (db: Db, today: Day, limit: number) =>
  db
    .select({ id: feedbackRounds.id, priorityId: feedbackRounds.priorityId })
    .from(feedbackRounds)
    .where(and(isNull(feedbackRounds.closedAt), lt(feedbackRounds.closesOn, today)))
    .orderBy(asc(feedbackRounds.closesOn), asc(feedbackRounds.id))
    .limit(limit);

/** What was answered in a round, counted. Call it as the platform. */
export async function countAnswers(db: Db, roundId: string): Promise<AnswerCounts & { told: number }> {
  const [counted] = await db
    .select({
      told: count(sql`case when ${feedbackReplies.told} = 'yes' then 1 end`),
      ...Object.fromEntries(
        feedbackAnswers.map((answer) => [
          answer,
          count(sql`case when ${feedbackReplies.answer} = ${answer} then 1 end`),
        ]),
      ),
    })
    .from(feedbackReplies)
    .where(eq(feedbackReplies.roundId, roundId));
  const of = (name: string) => Object.entries(counted ?? {}).find(([key]) => key === name)?.[1] ?? 0;
  return {
    solved: of("solved"),
    "better-enough": of("better-enough"),
    "better-not-enough": of("better-not-enough"),
    "no-change": of("no-change"),
    worse: of("worse"),
    "dont-know": of("dont-know"),
    told: of("told"),
  };
}

/** Keeps an answer, or changes the one that its giver has, in one statement; which version of it this is. */
export async function keepReply(
  tx: Db,
  reply: Omit<typeof feedbackReplies.$inferInsert, "accountId"> & { accountId: string },
): Promise<number> {
  const { mode, answer, told, words, repliedAt } = reply;
  const [kept] = await tx
    .insert(feedbackReplies)
    .values(reply)
    .onConflictDoUpdate({
      target: [feedbackReplies.roundId, feedbackReplies.accountId],
      set: { mode, answer, told, words, repliedAt, version: sql`${feedbackReplies.version} + 1` },
    })
    .returning({ version: feedbackReplies.version });
  if (kept === undefined) throw new Error("The database returned no answer.");
  return kept.version;
}

/** What somebody answered in a round; null where they have not. Call it as themselves or as the platform. */
export async function findReply(db: Db, roundId: string, accountId: string) {
  const { answer, told, words, version } = feedbackReplies;
  const [reply] = await db
    .select({ answer, told, words, version })
    .from(feedbackReplies)
    .where(and(eq(feedbackReplies.roundId, roundId), eq(feedbackReplies.accountId, accountId)))
    .limit(1);
  return reply ?? null;
}

/** How many voted for a priority in the vote that chose it; none for one that nobody voted on. */
export async function votersOf(db: Db, priorityId: string): Promise<number> {
  const [found] = await db
    .select({
      votes: sql<number>`coalesce((select (row ->> 'votes')::int from jsonb_array_elements(${tallies.result} -> 'rows') as row
        where row ->> 'id' = ${priorities.candidateId}::text), 0)`,
    })
    .from(priorities)
    .leftJoin(tallies, eq(tallies.cycleId, priorities.cycleId))
    .where(eq(priorities.id, priorityId));
  return found?.votes ?? 0;
}
