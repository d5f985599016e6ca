import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { closeDispute, findDisputable, lockOpenDispute } from "#db/queries/abstraction-dispute.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findPost } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { tellAnswerers } from "./tell-of-dispute.server.ts";

/** An officer takes their dispute of an entry back. Null where the entry, or the dispute of it, is none of theirs. */
export const withdrawDispute = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  entryId: string,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const entry = await findDisputable(tx, entryId, { accountId: actor.accountId, scope: null });
    if (entry === null) return null;
    const dispute = await lockOpenDispute(tx, entryId);
    if (dispute === null) return refused("form", "It is answered or taken back already");
    if (dispute.raisedBy !== actor.accountId) return null;
    await closeDispute(tx, dispute.id, { state: "withdrawn", answer: null, by: actor.accountId, at: now });
    const post = await findPost(tx, entry.postId, londonDay(now));
    const neighbourhoodId = post?.neighbourhoodIds[0] ?? null;
    await tellAnswerers(tx, neighbourhoodId, {
      at: now,
      by: actor.accountId,
      line: "An officer has taken back a dispute of an entry",
      entryId,
    });
    await recordAudit(tx, actor, now, {
      action: "abstraction.dispute",
      subjectKind: "abstraction-dispute",
      subjectId: dispute.id,
      neighbourhoodId,
      details: { step: "take-back" },
    });
    return done;
  });
