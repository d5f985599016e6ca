import type { Actor } from "#app/domain/actor.ts";
import type { SignInMethod } from "#app/domain/session/session.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { startSession } from "#app/services/session/start-session.server.ts";
import { findAccount } from "#db/queries/account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { heldRolesOf } from "#db/queries/held-roles.ts";
import type { Db } from "#db/types.ts";

export interface SigningIn {
  accountId: string;
  method: SignInMethod;
  device: string;
  /** Whoever was signed in on this browser before. */
  before: Actor;
}

/** `ended`: a member whose last role has ended, told so because they proved who they are. */
export type SignedInMember = { ok: true; reference: string } | { ok: false; reason: "ended" };

/** Starts the session of a member who proved who they are, if there is still a role that they hold. */
export async function finishSignIn(
  tx: Db,
  now: Date,
  { accountId, method, device, before }: SigningIn,
): Promise<SignedInMember> {
  const account = await findAccount(tx, accountId);
  const roles = await heldRolesOf(tx, accountId, londonDay(now));
  if (account?.kind !== "member" || roles.length === 0) {
    await recordRefusal(tx, now, before, accountId, "ended");
    return { ok: false, reason: "ended" };
  }
  return { ok: true, reference: await startSession(tx, now, { account, method, device, before }) };
}

/** Records that somebody was not let in; the account, where one is known, is its subject and not who did it. */
export const recordRefusal = (
  tx: Db,
  now: Date,
  before: Actor,
  accountId: string | null,
  reason: "password" | "code" | "passkey" | "ended",
) =>
  recordAudit(tx, before, now, {
    action: "session.refuse",
    subjectKind: "account",
    subjectId: accountId,
    reason,
  });
