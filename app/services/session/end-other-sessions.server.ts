import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endSessionsOf } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Ends every session of the actor's own account but the one they are in; how many there were. */
export const endOtherSessions = ({ db, now }: { db: Db; now: Date }, actor: Actor): Promise<number> =>
  withActor(db, actor, async (tx) => {
    if (actor.accountId === null || actor.sessionId === null) return 0;
    const ended = await endSessionsOf(tx, actor.accountId, now, actor.sessionId);
    if (ended > 0)
      await recordAudit(tx, actor, now, {
        action: "session.end-others",
        subjectKind: "account",
        subjectId: actor.accountId,
        details: { sessions: ended },
      });
    return ended;
  });
