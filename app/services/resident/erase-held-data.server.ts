import { allVoterKeysOf } from "#app/services/ballot/cycle-key.server.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { updateAccount, type Account } from "#db/queries/account.ts";
import type { Db } from "#db/types.ts";
import { heldData } from "./held-data.server.ts";

/** Closes a locked account and erases all that is held about its person. The empty row stays for the audit record. */
export async function eraseHeldData(
  tx: Db,
  { now, keys }: { now: Date; keys: Pick<Keys, "seals"> },
  account: Account,
): Promise<void> {
  const { id: accountId, email, emailKey } = account;
  await updateAccount(tx, accountId, { status: "closed", closedAt: now });
  const voterKeys = await allVoterKeysOf(tx, keys, account);
  for (const { erase } of heldData) await erase(tx, { accountId, email, emailKey, voterKeys });
}
