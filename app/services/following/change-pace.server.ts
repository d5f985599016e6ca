import type { Actor } from "#app/domain/actor.ts";
import type { FollowedKind, FollowingPace } from "#app/domain/following/following.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { setPace } from "#db/queries/following.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Changes how often somebody hears of what they follow. */
export const changePace = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { kind, subjectId, pace }: { kind: FollowedKind; subjectId: string; pace: FollowingPace },
): Promise<void> =>
  withActor(db, actor, async (tx) => {
    const { accountId } = actor;
    if (accountId === null || !(await setPace(tx, { accountId, kind, subjectId }, pace, now))) return;
    await recordAudit(tx, actor, now, {
      action: "following.pace",
      subjectKind: kind,
      subjectId,
      details: { pace },
    });
  });
