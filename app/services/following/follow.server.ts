import { refused, done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { FollowedKind, FollowingPace } from "#app/domain/following/following.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { countFollowings, findFollowable, insertFollowing, mostFollowings } from "#db/queries/following.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Begins to follow something public. Whoever follows it already goes on as they chose. */
export const follow = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { kind, reference, pace }: { kind: FollowedKind; reference: string; pace: FollowingPace },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    const { accountId } = actor;
    const found = await findFollowable(tx, kind, reference);
    if (accountId === null || found === null) return refused("form", "This is no longer there to follow");
    if ((await countFollowings(tx, accountId)) >= mostFollowings)
      return refused(
        "form",
        `You follow ${mostFollowings} things. Stop following one before you add another`,
      );
    const values = { accountId, kind, subjectId: found.id, pace, since: now };
    if (await insertFollowing(tx, values))
      await recordAudit(tx, actor, now, {
        action: "following.start",
        subjectKind: kind,
        subjectId: found.id,
        details: { pace },
      });
    return done;
  });
