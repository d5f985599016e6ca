import type { Actor } from "#app/domain/actor.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { requeueDeadMessage } from "#db/queries/mail-delivery.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Sends a dead message on its way again; false when it is no longer dead. */
export const retryMessage = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  id: string,
): Promise<boolean> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "mail:retry");
    if (!(await requeueDeadMessage(tx, id, now))) return false;
    await recordAudit(tx, actor, now, { action: "mail.retry", subjectKind: "message", subjectId: id });
    return true;
  });
