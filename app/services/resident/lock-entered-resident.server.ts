import { scopeOf, type Actor } from "#app/domain/actor.ts";
import type { Account } from "#db/queries/account.ts";
import { findEnteredResident, lockAccount, type EnteredResident } from "#db/queries/resident.ts";
import type { Db } from "#db/types.ts";

/** A resident on paper within what the actor may look after, with the account locked; null where there is none. */
export async function lockEnteredResident(
  tx: Db,
  actor: Actor,
  reference: string,
): Promise<{ resident: EnteredResident; account: Account } | null> {
  const scope = scopeOf(actor, "resident:assist");
  if (scope === null || actor.accountId === null) return null;
  const seen = await findEnteredResident(tx, scope, reference);
  const account = seen === null ? null : await lockAccount(tx, seen.accountId);
  // Somebody else may have changed or erased them while this waited for the lock.
  const resident = account === null ? null : await findEnteredResident(tx, scope, reference);
  return account === null || resident === null ? null : { resident, account };
}
