import type { Actor } from "#app/domain/actor.ts";
import type { FollowedKind } from "#app/domain/following/following.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { deleteFollowing } from "#db/queries/following.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Stops following something. Doing it again changes nothing. */
export const unfollow = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { kind, subjectId }: { kind: FollowedKind; subjectId: string },
): Promise<void> =>
  withActor(db, actor, async (tx) => {
    const { accountId } = actor;
    if (accountId === null || !(await deleteFollowing(tx, { accountId, kind, subjectId }))) return;
    await recordAudit(tx, actor, now, { action: "following.stop", subjectKind: kind, subjectId });
  });
