import { platform, type Actor } from "#app/domain/actor.ts";
import { allVoterKeysOf } from "#app/services/ballot/cycle-key.server.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { findAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { heldData } from "./held-data.server.ts";

/**
 * Everything held about the person who asks, by the keys of `heldData`; null when they have no account any more. Some
 * of it (messages, codes) only the platform may read, so it reads in the person's place, by their account's id.
 */
export const exportHeldData = (
  { db, now, keys }: { db: Db; now: Date; keys: Pick<Keys, "seals"> },
  actor: Actor,
): Promise<Record<string, unknown> | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const account = actor.accountId === null ? null : await findAccount(tx, actor.accountId);
    if (account === null) return null;
    const { id: accountId, email, emailKey } = account;
    const voterKeys = await allVoterKeysOf(tx, keys, account);
    const held: Record<string, unknown> = {};
    for (const { key, read } of heldData)
      held[key] = await read(tx, { accountId, email, emailKey, voterKeys });
    await recordAudit(tx, actor, now, {
      action: "resident.export",
      subjectKind: "account",
      subjectId: accountId,
    });
    return held;
  });
