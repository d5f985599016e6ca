import type { Actor } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertStop } from "#db/queries/mail.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { Stop } from "./unsubscribe-token.server.ts";

/** Stops a kind of message, or all that can be stopped, for whoever has the address. Doing it again changes nothing. */
export async function stopMail(
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { emailKey, purpose }: Stop,
): Promise<void> {
  await withActor(db, actor, async (tx) => {
    if (!(await insertStop(tx, emailKey, purpose, now))) return;
    await recordAudit(tx, actor, now, {
      action: "mail.stop",
      subjectKind: "mail-purpose",
      subjectId: purpose,
    });
  });
}
