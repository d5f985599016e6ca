import { platform, type Actor } from "#app/domain/actor.ts";
import { allVoterKeysOf } from "#app/services/ballot/cycle-key.server.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { updateAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockAccount } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { heldData } from "./held-data.server.ts";

/** Why an account is erased: the person asked, or they are too young to have one. */
export type ErasureReason = "asked" | "under-13";

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
    const { id: accountId, email, emailKey } = account;
    await updateAccount(tx, accountId, { status: "closed", closedAt: now });
    const voterKeys = await allVoterKeysOf(tx, keys, account);
    for (const { erase } of heldData) await erase(tx, { accountId, email, emailKey, voterKeys });
    await recordAudit(tx, actor, now, {
      action: "resident.erase",
      subjectKind: "account",
      subjectId: accountId,
      reason,
    });
    return true;
  });
