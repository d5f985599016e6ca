import { done, refused, type Change } from "#app/domain/account/change.ts";
import { problemOfWords } from "#app/domain/abstraction/dispute.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findDisputable, insertDispute } from "#db/queries/abstraction-dispute.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findPost } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { tellAnswerers } from "./tell-of-dispute.server.ts";

/** An officer says that an entry of their own is not right. Null where it is none of theirs. */
export const disputeEntry = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { entryId, words }: { entryId: string; words: string },
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    if (!can(actor, "abstraction:log-own")) return null;
    const entry = await findDisputable(tx, entryId, { accountId: actor.accountId, scope: null });
    if (entry === null) return null;
    if (entry.isWithdrawn) return refused("form", "This entry is withdrawn, so it counts nowhere");
    const said = words.trim();
    const problem = problemOfWords("words", said, "Say what is not right");
    if (problem !== null) return problem;
    const opened = await insertDispute(tx, {
      entryId,
      entryVersion: entry.version,
      postId: entry.postId,
      words: said,
      raisedBy: actor.accountId,
      raisedAt: now,
    });
    if (opened === null)
      return refused("form", "This entry is disputed already. Wait for the answer, or take it back first");
    const post = await findPost(tx, entry.postId, londonDay(now));
    const neighbourhoodId = post?.neighbourhoodIds[0] ?? null;
    await tellAnswerers(tx, neighbourhoodId, {
      at: now,
      by: actor.accountId,
      line: "An officer disputes an entry",
      entryId,
    });
    await recordAudit(tx, actor, now, {
      action: "abstraction.dispute",
      subjectKind: "abstraction-dispute",
      subjectId: opened,
      neighbourhoodId,
      details: { step: "open", version: entry.version },
    });
    return done;
  });
