import { and, asc, count, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { feedbackReplies, feedbackRounds } from "#db/schema/feedback.ts";
import { outcomeReports, plans } from "#db/schema/plan.ts";
import type { Db } from "#db/types.ts";
import type { FeedbackRound } from "./feedback.ts";

// A priority that was returned every few months for years.
const mostRounds = 50;
const mostReasons = 500;

/** Every round of a priority, the newest first. */
export const roundsOf = (db: Db, priorityId: string): Promise<FeedbackRound[]> =>
  db
    .select()
    .from(feedbackRounds)
    .where(eq(feedbackRounds.priorityId, priorityId))
    .orderBy(desc(feedbackRounds.opensOn), desc(feedbackRounds.number))
    .limit(mostRounds);

/** How many have answered so far, whatever they said. Call it as the platform. */
export async function countReplies(db: Db, roundId: string): Promise<number> {
  const [counted] = await db
    .select({ replies: count() })
    .from(feedbackReplies)
    .where(eq(feedbackReplies.roundId, roundId));
  return counted?.replies ?? 0;
}

/**
 * Why people answered as they did, without who it was or when: by the answer, then by an id that says neither. Call it
 * as the platform, for rounds that are closed.
 */
export const reasonsOf = (db: Db, roundIds: readonly string[]) =>
  db
    .select({
      id: feedbackReplies.id,
      roundId: feedbackReplies.roundId,
      answer: feedbackReplies.answer,
      words: feedbackReplies.words,
    })
    .from(feedbackReplies)
    .where(and(inArray(feedbackReplies.roundId, [...roundIds]), isNotNull(feedbackReplies.words)))
    .orderBy(asc(feedbackReplies.answer), asc(feedbackReplies.id))
    .limit(mostReasons);

/** What the team last reported of a priority; null before it did. All of it is public. */
export async function latestOutcome(db: Db, priorityId: string) {
  const [report] = await db
    .select({
      round: outcomeReports.round,
      done: outcomeReports.done,
      changed: outcomeReports.changed,
      notAchieved: outcomeReports.notAchieved,
      remains: outcomeReports.remains,
      before: outcomeReports.before,
      after: outcomeReports.after,
      filedAt: outcomeReports.filedAt,
    })
    .from(outcomeReports)
    .innerJoin(plans, eq(plans.id, outcomeReports.planId))
    .where(eq(plans.priorityId, priorityId))
    .orderBy(desc(outcomeReports.round))
    .limit(1);
  return report ?? null;
}
