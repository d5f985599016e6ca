import type { Actor } from "#app/domain/actor.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { dropDeadMessage } from "#db/queries/mail-delivery.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Gives a dead message up for good and erases what it said; false when it is no longer dead. */
export const dropMessage = ({ db, now }: { db: Db; now: Date }, actor: Actor, id: string): Promise<boolean> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "mail:retry");
    if (!(await dropDeadMessage(tx, id))) return false;
    await recordAudit(tx, actor, now, { action: "mail.drop", subjectKind: "message", subjectId: id });
    return true;
  });
