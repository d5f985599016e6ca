import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endSessionOf } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Ends one session of the actor's own account; false when it was not live or not theirs. */
export const endSession = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  sessionId: string,
): Promise<boolean> =>
  withActor(db, actor, async (tx) => {
    if (actor.accountId === null) return false;
    if (!(await endSessionOf(tx, actor.accountId, sessionId, now))) return false;
    await recordAudit(tx, actor, now, {
      action: "session.end",
      subjectKind: "session",
      subjectId: sessionId,
    });
    return true;
  });
