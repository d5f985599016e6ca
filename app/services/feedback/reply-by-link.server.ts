import type { Change } from "#app/domain/account/change.ts";
import { platform } from "#app/domain/actor.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { findRound, roundNow } from "#db/queries/feedback.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { readFeedbackToken } from "./feedback-token.server.ts";
import { isOver, keepAnswer, type Answered } from "./keep-answer.server.ts";

/**
 * Somebody who was asked by message answers by its link, without signing in: the link proves the address as a code
 * would. Null where the link is none of ours.
 */
export function replyByLink(
  { db, now, keys, requestId }: { db: Db; now: Date; keys: Pick<Keys, "links">; requestId: string },
  token: string,
  answered: Omit<Answered, "reference">,
): Promise<Change | null> {
  const asked = readFeedbackToken(keys, token);
  if (asked === null) return Promise.resolve(null);
  const actor = platform(requestId);
  return withActor(db, actor, async (tx) => {
    const round = await findRound(tx, asked.roundId);
    const priority = round === null ? null : await findPriorityById(tx, round.priorityId);
    // A priority that was returned or came back meanwhile is asked about anew, by another link.
    if (priority === null || (await roundNow(tx, priority))?.id !== round?.id) return isOver;
    return keepAnswer(
      tx,
      { actor, now },
      { ...answered, reference: priority.reference },
      { accountId: asked.accountId, mode: "link" },
    );
  });
}
