import { and, eq, inArray, isNull } from "drizzle-orm";
import { feedbackAsks, feedbackReplies, feedbackRounds } from "#db/schema/feedback.ts";
import { priorities } from "#db/schema/priority.ts";
import { mostRows, ownRows, type HeldPart } from "./held-data.ts";

/** An answer goes with its giver while residents are asked. Afterwards it is counted: it stays, without who or why. */
export const heldFeedback: HeldPart = {
  tables: ["feedback_replies"],
  read: (db, { accountId }) =>
    db
      .select({
        priority: priorities.reference,
        answer: feedbackReplies.answer,
        told: feedbackReplies.told,
        words: feedbackReplies.words,
        way: feedbackReplies.mode,
        at: feedbackReplies.repliedAt,
      })
      .from(feedbackReplies)
      .innerJoin(feedbackRounds, eq(feedbackRounds.id, feedbackReplies.roundId))
      .innerJoin(priorities, eq(priorities.id, feedbackRounds.priorityId))
      .where(eq(feedbackReplies.accountId, accountId))
      .limit(mostRows),
  erase: async (tx, { accountId }) => {
    const open = tx
      .select({ id: feedbackRounds.id })
      .from(feedbackRounds)
      .where(isNull(feedbackRounds.closedAt));
    await tx
      .delete(feedbackReplies)
      .where(and(eq(feedbackReplies.accountId, accountId), inArray(feedbackReplies.roundId, open)));
    await tx
      .update(feedbackReplies)
      .set({ accountId: null, words: null })
      .where(eq(feedbackReplies.accountId, accountId));
  },
};

export const heldFeedbackAsks = ownRows(feedbackAsks, {
  round: feedbackAsks.roundId,
  askedAt: feedbackAsks.askedAt,
});
