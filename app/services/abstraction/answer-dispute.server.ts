import { done, refused, type Change } from "#app/domain/account/change.ts";
import {
  mayAnswer,
  mayRefuse,
  mostDisputeWords,
  problemOfWords,
  type DisputeAnswer,
} from "#app/domain/abstraction/dispute.ts";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { paths } from "#app/paths.ts";
import { closeDispute, findDisputable, lockOpenDispute } from "#db/queries/abstraction-dispute.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findPost } from "#db/queries/post.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface WantedAnswer {
  entryId: string;
  answer: DisputeAnswer | null;
  words: string;
}

/**
 * The sergeant or an inspector accepts a dispute (and corrects or withdraws the entry next) or refuses it and says why.
 * Null where the entry is none of theirs.
 */
export const answerDispute = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { entryId, answer, words }: WantedAnswer,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const scope = scopeOf(actor, "abstraction:read-officers");
    if (scope === null) return null;
    const entry = await findDisputable(tx, entryId, { accountId: null, scope });
    if (entry === null) return null;
    const dispute = await lockOpenDispute(tx, entryId);
    if (dispute === null) return refused("form", "It is answered or taken back already");
    if (answer === null) return refused("answer", "Select whether the officer is right");
    const by = { raisedBy: dispute.raisedBy, enteredBy: entry.enteredBy };
    if (!mayAnswer(actor, by)) return refused("form", "Somebody else answers what you dispute yourself");
    if (answer === "refused" && !mayRefuse(actor, by))
      return refused("answer", "You wrote this entry, so somebody else has to say that it is right");
    const said = words.trim();
    const problem = answer === "refused" ? problemOfWords("words", said, "Say why the entry stays") : null;
    if (problem !== null) return problem;
    if (said.length > mostDisputeWords)
      return refused("words", `Shorten it to ${mostDisputeWords} characters or fewer`);
    await closeDispute(tx, dispute.id, {
      state: answer,
      answer: writtenOrNull(said),
      by: actor.accountId,
      at: now,
    });
    const post = await findPost(tx, entry.postId, londonDay(now));
    await insertStaffNotices(tx, dispute.raisedBy === null ? [] : [dispute.raisedBy], {
      at: now,
      kind: "new",
      line: "Your dispute of an entry is answered",
      path: paths.abstractions.dispute(entryId),
    });
    await recordAudit(tx, actor, now, {
      action: "abstraction.answer-dispute",
      subjectKind: "abstraction-dispute",
      subjectId: dispute.id,
      neighbourhoodId: post?.neighbourhoodIds[0] ?? null,
      details: { answer },
    });
    return done;
  });
