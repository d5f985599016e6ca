import { and, inArray, isNotNull, or, sql } from "drizzle-orm";
import { feedbackAsks, feedbackReplies, feedbackRounds } from "#db/schema/feedback.ts";
import { disposal, instant } from "./disposal.ts";

const closedBefore = (roundId: typeof feedbackReplies.roundId | typeof feedbackAsks.roundId, since: Date) =>
  sql`exists (select from ${feedbackRounds} where ${feedbackRounds.id} = ${roundId}
    and ${feedbackRounds.closedAt} < ${instant(since)})`;

/** What is kept of what residents said of priorities: the counts stay with the round. */
export const feedbackDisposals = {
  "feedback-words": disposal(
    feedbackReplies,
    sql`${feedbackReplies.id}`,
    ({ since }) =>
      and(
        or(isNotNull(feedbackReplies.accountId), isNotNull(feedbackReplies.words)),
        closedBefore(feedbackReplies.roundId, since),
      ),
    (tx, keys) =>
      tx
        .update(feedbackReplies)
        .set({ accountId: null, words: null })
        .where(inArray(feedbackReplies.id, keys)),
  ),
  "feedback-asks": disposal(
    feedbackAsks,
    sql`${feedbackAsks.roundId}::text || ' ' || ${feedbackAsks.accountId}::text`,
    ({ since }) => closedBefore(feedbackAsks.roundId, since),
    (tx, keys) =>
      tx
        .delete(feedbackAsks)
        .where(inArray(sql`${feedbackAsks.roundId}::text || ' ' || ${feedbackAsks.accountId}::text`, keys)),
  ),
};
