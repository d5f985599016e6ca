import type { Actor } from "#app/domain/actor.ts";
import { findPerson } from "#db/queries/person.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endSessionsOf } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { mustBeAllowed } from "./must-be-allowed.ts";

/** Ends every session of a member of staff or of a partner; how many there were, or null for nobody of the sort. */
export const endSessions = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  accountId: string,
): Promise<number | null> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "session:end-others");
    if ((await findPerson(tx, accountId)) === null) return null;
    const sessions = await endSessionsOf(tx, accountId, now);
    await recordAudit(tx, actor, now, {
      action: "session.end-all",
      subjectKind: "account",
      subjectId: accountId,
      details: { sessions },
    });
    return sessions;
  });
