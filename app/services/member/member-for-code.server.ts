import { isAgencyKind } from "#app/domain/member/member.ts";
import type { Day } from "#app/domain/team/day.ts";
import { findAccountByEmail, type Account } from "#db/queries/account.ts";
import { proofsOf } from "#db/queries/member-proof.ts";
import { rolesOfMember } from "#db/queries/member.ts";
import type { Db } from "#db/types.ts";

/**
 * The panel or KIN member who may sign in with a code sent to this address: never a partner, and nobody who enrolled a
 * passkey or a password, which a code must not get around.
 */
export async function memberForCode(tx: Db, emailKey: string, today: Day): Promise<Account | null> {
  const account = await findAccountByEmail(tx, "member", emailKey);
  if (account?.status !== "active" || account.agencyId !== null) return null;
  const roles = await rolesOfMember(tx, account.id, today);
  if (roles.length === 0 || roles.some(({ kind }) => isAgencyKind(kind))) return null;
  const { passkeys, hasPassword } = await proofsOf(tx, account.id);
  return passkeys === 0 && !hasPassword ? account : null;
}
