import { platform, type Actor } from "#app/domain/actor.ts";
import type { ErasureReason } from "#app/domain/resident/resident.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockAccount } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { eraseHeldData } from "./erase-held-data.server.ts";

/**
 * Erases a resident at once: who they were, what they said of themselves, their sessions, messages on their way. The
 * account stays as an empty, closed row, because the audit record holds its number. False for anybody who is no
 * resident with an open account.
 */
export const eraseResident = (
  { db, now, keys }: { db: Db; now: Date; keys: Pick<Keys, "seals"> },
  actor: Actor,
  reason: ErasureReason,
): Promise<boolean> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const account = actor.accountId === null ? null : await lockAccount(tx, actor.accountId);
    if (account?.kind !== "resident" || account.status === "closed") return false;
    await eraseHeldData(tx, { now, keys }, account);
    await recordAudit(tx, actor, now, {
      action: "resident.erase",
      subjectKind: "account",
      subjectId: account.id,
      reason,
    });
    return true;
  });
