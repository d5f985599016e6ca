import type { Actor } from "#app/domain/actor.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { requeueDeadMessages } from "#db/queries/mail-delivery.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Sends every dead message on its way again, as after an outage of the mail server; how many there were. */
export const retryAllMessages = ({ db, now }: { db: Db; now: Date }, actor: Actor): Promise<number> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "mail:retry");
    const count = await requeueDeadMessages(tx, now);
    if (count > 0) {
      await recordAudit(tx, actor, now, {
        action: "mail.retry-all",
        subjectKind: "message",
        subjectId: null,
        details: { count },
      });
    }
    return count;
  });
