import type { Stoppable } from "#app/domain/mail/mail.ts";
import type { Actor } from "#app/domain/actor.ts";
import { findAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { deleteStops } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** A signed-in person wants messages again that they had stopped: one kind, or all. False when they had not. */
export const allowMail = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  purpose: Stoppable,
): Promise<boolean> =>
  withActor(db, actor, async (tx) => {
    const account = actor.accountId === null ? null : await findAccount(tx, actor.accountId);
    if (account?.emailKey == null) return false;
    if ((await deleteStops(tx, account.emailKey, [purpose])) === 0) return false;
    await recordAudit(tx, actor, now, {
      action: "mail.allow",
      subjectKind: "mail-purpose",
      subjectId: purpose,
    });
    return true;
  });
